// APDS Data Dictionary and Information Model 4.0 (ISO/TS 5206-1), JSON of the Alliance's API models: § RightSpecification, RateEligibility, Eligibility, Validity, AssignedRight.
using System.Text.Json.Nodes;
using Modellstadt.Kernel.Texts;
using Modellstadt.Kernel.Towns;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Rules;
using Modellstadt.Parking.Visitors;
using Modellstadt.Parking.Zones;

namespace Modellstadt.Parking.Interfaces.Apds;

/// <summary>What permits and visitor tickets give in each zone, to whom and for how much; and the rights that are held, without their holders.</summary>
internal static class ApdsRights
{
    /// <summary>RightSpecifications of each zone.</summary>
    public static IEnumerable<JsonObject> Specifications(ApdsTown town) =>
        town.Zones.SelectMany(zone => town.VisitorTickets.Select(rule => OfVisitors(town, zone, rule)).Prepend(OfResidents(town, zone)));

    /// <summary>
    /// AssignedRight: what is held and until when. The holder's credentials are left out, the moment of the decision is shortened to its day,
    /// and the name leads back to nobody without the town's key.
    /// </summary>
    public static JsonObject Assigned(ApdsTown town, Permit permit, Pseudonyms names) => new()
    {
        ["id"] = names.OfRight(permit.Id),
        ["version"] = permit.Revision + 1,
        ["rightHolder"] = new JsonObject(),
        ["rightSpecification"] = ApdsParts.Reference(town.RightOf(permit.Zone), town.Version, "RightSpecification"),
        ["expiry"] = ApdsParts.Instant(TownCalendar.EndOf(permit.ValidUntil)),
        ["issuanceTime"] = ApdsParts.Instant(TownCalendar.EndOf(DateOnly.FromDateTime(TownCalendar.OnTownClocks(permit.IssuedAt).DateTime).AddDays(-1))),
        ["issueMethod"] = "electronic",
    };

    private static JsonObject OfResidents(ApdsTown town, ParkingZone zone) => Specification(
        town, zone, town.RightOf(zone.ZoneId), "permitParking",
        ApdsParts.Words($"Bewohnerparkausweis {zone.Name} (§ 45 Abs. 1b StVO)", $"Resident parking permit {zone.Name} (§ 45 (1b) StVO)"),
        new Eligible(ApdsParts.Words("Wohnt in der Zone und hält das Fahrzeug", "Lives in the zone and keeps the vehicle"), Qualification(town), ApdsRates.Of(town, zone) is null ? null : town.RatesOf(zone)));

    private static JsonObject OfVisitors(ApdsTown town, ParkingZone zone, VisitorTicketRule rule) => Specification(
        town, zone, town.VisitOf(zone.ZoneId, rule), "oneTimeUseParking",
        ApdsParts.Words($"Besucherticket {zone.Name}, {VisitorTexts.For(Language.German).KindOf(rule.Unit, rule.Length)}", $"Visitor ticket {zone.Name}, {VisitorTexts.For(Language.English).KindOf(rule.Unit, rule.Length)}"),
        new Eligible(ApdsParts.Words("Besucht jemanden mit Bewohnerparkausweis der Zone", "Visits a holder of a permit of the zone"), UserGroup("visitors"), town.RatesOf(rule)));

    private static JsonObject Specification(ApdsTown town, ParkingZone zone, string id, string type, JsonArray description, Eligible eligible) => new()
    {
        ["id"] = id,
        ["version"] = town.Version,
        ["description"] = description,
        ["issuer"] = ApdsParts.Reference(town.Ags, 1, "Organisation"),
        ["transferable"] = false,
        ["type"] = type,
        ["hierarchyElements"] = new JsonArray(ApdsParts.Reference(town.PlaceOf(zone), town.Version, "IdentifiedArea")),
        ["rateEligibility"] = new JsonArray(Rule(town, id, eligible)),
        ["validity"] = new JsonObject
        {
            ["validityStatus"] = "definedByValidityTimeSpec",
            ["validityTimeSpecification"] = new JsonObject { ["overallStartTime"] = ApdsParts.Instant(town.Start) },
        },
    };

    private static JsonObject Rule(ApdsTown town, string id, Eligible eligible)
    {
        var rule = new JsonObject
        {
            ["id"] = $"{id}-eligibility",
            ["version"] = town.Version,
            ["combinable"] = false,
            ["eligibility"] = new JsonObject
            {
                ["id"] = $"{id}-users",
                ["version"] = town.Version,
                ["eligibilityName"] = eligible.Name,
                ["qualifications"] = new JsonArray(eligible.Qualification),
            },
        };
        if (eligible.Rates is { } rates)
            rule["rateTable"] = ApdsParts.Reference(rates, town.Version, "RateTable");
        return rule;
    }

    private static JsonObject UserGroup(string name) => new()
    {
        ["userQualifications"] = new JsonArray(new JsonObject { ["userGroup"] = new JsonObject { ["entryDefinedValue"] = name } }),
    };

    private static JsonObject Qualification(ApdsTown town)
    {
        var qualification = UserGroup("residents");
        if (town.Facts.Rules.MaxLengthMm.Value is { } length)
            qualification["lengthCharacteristics"] = new JsonArray(new JsonObject { ["comparisonOperator"] = "lessThanOrEqualTo", ["vehicleLength"] = length / 1000m });
        if (town.Facts.Rules.MaxWidthMm.Value is { } width)
            qualification["widthCharacteristics"] = new JsonArray(new JsonObject { ["comparisonOperator"] = "lessThanOrEqualTo", ["vehicleWidth"] = width / 1000m });
        return qualification;
    }

    private sealed record Eligible(JsonArray Name, JsonObject Qualification, string? Rates);
}
