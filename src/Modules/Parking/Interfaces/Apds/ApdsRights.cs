// APDS Data Dictionary and Information Model 4.0 (ISO/TS 5206-1), JSON of the Alliance's API models: § RightSpecification, RateEligibility, Eligibility, Validity, AssignedRight.
using System.Text.Json.Nodes;
using Modellstadt.Kernel.Towns;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Zones;

namespace Modellstadt.Parking.Interfaces.Apds;

/// <summary>What a permit gives in each zone, to whom and for how much; and the rights that are held, without their holders.</summary>
internal static class ApdsRights
{
    /// <summary>RightSpecification of each zone.</summary>
    public static IEnumerable<JsonObject> Specifications(ApdsTown town) => town.Zones.Select(zone => Specification(town, zone));

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

    private static JsonObject Specification(ApdsTown town, ParkingZone zone)
    {
        var id = town.RightOf(zone.ZoneId);
        return new JsonObject
        {
            ["id"] = id,
            ["version"] = town.Version,
            ["description"] = ApdsParts.Words($"Bewohnerparkausweis {zone.Name} (§ 45 Abs. 1b StVO)", $"Resident parking permit {zone.Name} (§ 45 (1b) StVO)"),
            ["issuer"] = ApdsParts.Reference(town.Ags, 1, "Organisation"),
            ["transferable"] = false,
            ["type"] = "permitParking",
            ["hierarchyElements"] = new JsonArray(ApdsParts.Reference(town.PlaceOf(zone), town.Version, "IdentifiedArea")),
            ["rateEligibility"] = new JsonArray(Eligible(town, zone, id)),
            ["validity"] = new JsonObject
            {
                ["validityStatus"] = "definedByValidityTimeSpec",
                ["validityTimeSpecification"] = new JsonObject { ["overallStartTime"] = ApdsParts.Instant(town.Start) },
            },
        };
    }

    private static JsonObject Eligible(ApdsTown town, ParkingZone zone, string id)
    {
        var rule = new JsonObject
        {
            ["id"] = $"{id}-eligibility",
            ["version"] = town.Version,
            ["combinable"] = false,
            ["eligibility"] = new JsonObject
            {
                ["id"] = $"{id}-residents",
                ["version"] = town.Version,
                ["eligibilityName"] = ApdsParts.Words("Wohnt in der Zone und hält das Fahrzeug", "Lives in the zone and keeps the vehicle"),
                ["qualifications"] = new JsonArray(Qualification(town)),
            },
        };
        if (ApdsRates.Of(town, zone) is not null)
            rule["rateTable"] = ApdsParts.Reference(town.RatesOf(zone), town.Version, "RateTable");
        return rule;
    }

    private static JsonObject Qualification(ApdsTown town)
    {
        var qualification = new JsonObject
        {
            ["userQualifications"] = new JsonArray(new JsonObject { ["userGroup"] = new JsonObject { ["entryDefinedValue"] = "residents" } }),
        };
        if (town.Facts.Rules.MaxLengthMm.Value is { } length)
            qualification["lengthCharacteristics"] = new JsonArray(new JsonObject { ["comparisonOperator"] = "lessThanOrEqualTo", ["vehicleLength"] = length / 1000m });
        if (town.Facts.Rules.MaxWidthMm.Value is { } width)
            qualification["widthCharacteristics"] = new JsonArray(new JsonObject { ["comparisonOperator"] = "lessThanOrEqualTo", ["vehicleWidth"] = width / 1000m });
        return qualification;
    }
}
