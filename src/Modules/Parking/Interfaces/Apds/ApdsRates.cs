// APDS Data Dictionary and Information Model 4.0 (ISO/TS 5206-1), JSON of the Alliance's API models: § RateTable, RateLineCollection, RateLine.
using System.Globalization;
using System.Text.Json.Nodes;
using Modellstadt.Kernel.Towns;
using Modellstadt.Parking.Fees;
using Modellstadt.Parking.Zones;

namespace Modellstadt.Parking.Interfaces.Apds;

/// <summary>What permits of a zone cost: a fixed payment for each term. Fees that depend on the vehicle's size have no form in APDS and are left out.</summary>
internal static class ApdsRates
{
    /// <summary>RateTable of each zone whose fees are fixed.</summary>
    public static IEnumerable<JsonObject> All(ApdsTown town) => town.Zones.Select(zone => Of(town, zone)).OfType<JsonObject>();

    /// <summary>RateTable of a zone; null when its fees are not known, or depend on the vehicle.</summary>
    public static JsonObject? Of(ApdsTown town, ParkingZone zone)
    {
        if (town.Facts.Fees.On(town.Today) is not { } rule)
            return null;
        var terms = rule.TermsIn(zone.ZoneId).Select(months => (Months: months, Fee: rule.Answer(new FeeQuestion(months, zone.ZoneId, 0, 0)))).ToList();
        if (terms is [] || !terms.TrueForAll(term => term.Fee is FeeAnswer.Amount))
            return null;

        var start = ApdsParts.Instant(rule.ValidFrom is { } first ? TownCalendar.EndOf(first.AddDays(-1)) : town.Start);
        var table = new JsonObject
        {
            ["id"] = town.RatesOf(zone),
            ["version"] = town.Version,
            ["rateTableName"] = ApdsParts.Words($"Gebühren Bewohnerparken {zone.Name}", $"Fees for resident parking {zone.Name}"),
            ["validityStart"] = start,
            ["rateType"] = "contract",
            ["activeTimes"] = new JsonArray([.. terms.Select(term => JsonValue.Create(Duration(term.Months)))]),
            ["availability"] = "restricted",
            ["rateLineCollections"] = new JsonArray([.. terms.Select((term, index) => Collection(index + 1, term.Months, ((FeeAnswer.Amount)term.Fee).Euros, start))]),
        };
        if (rule.ValidTo is { } last)
            table["validityEnd"] = ApdsParts.Instant(TownCalendar.EndOf(last));
        return table;
    }

    private static JsonObject Collection(int sequence, int months, decimal euros, string start) => new()
    {
        ["applicableCurrency"] = "EUR",
        ["collectionSequence"] = sequence,
        ["minTime"] = Duration(months),
        ["maxTime"] = Duration(months),
        ["relativeTimes"] = true,
        ["resetTime"] = "00:00",
        ["taxIncluded"] = true,
        ["validStart"] = start,
        ["rateLines"] = new JsonArray(new JsonObject { ["rateLineType"] = "flatRate", ["sequence"] = 1, ["value"] = euros }),
    };

    private static string Duration(int months) => string.Create(CultureInfo.InvariantCulture, $"P{months}M");
}
