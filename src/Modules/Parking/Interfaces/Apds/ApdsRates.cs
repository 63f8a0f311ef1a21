// APDS Data Dictionary and Information Model 4.0 (ISO/TS 5206-1), JSON of the Alliance's API models: § RateTable, RateLineCollection, RateLine.
using System.Globalization;
using System.Text.Json.Nodes;
using Modellstadt.Kernel.Texts;
using Modellstadt.Kernel.Towns;
using Modellstadt.Parking.Fees;
using Modellstadt.Parking.Rules;
using Modellstadt.Parking.Visitors;
using Modellstadt.Parking.Zones;

namespace Modellstadt.Parking.Interfaces.Apds;

/// <summary>What permits and visitor tickets cost: a fixed payment for each term. Fees that depend on the vehicle's size have no form in APDS and are left out.</summary>
internal static class ApdsRates
{
    /// <summary>RateTable of each zone whose fees are fixed, and of each kind of visitor ticket.</summary>
    public static IEnumerable<JsonObject> All(ApdsTown town) => town.Zones.Select(zone => Of(town, zone)).OfType<JsonObject>().Concat(town.VisitorTickets.Select(rule => Of(town, rule)));

    /// <summary>RateTable of a zone; null when its fees are not known, or depend on the vehicle.</summary>
    public static JsonObject? Of(ApdsTown town, ParkingZone zone)
    {
        if (town.Facts.Fees.On(town.Today) is not { } rule)
            return null;
        var terms = rule.TermsIn(zone.ZoneId).Select(months => (Months: months, Fee: rule.Answer(new FeeQuestion(months, zone.ZoneId, 0, 0)))).ToList();
        if (terms is [] || !terms.TrueForAll(term => term.Fee is FeeAnswer.Amount))
            return null;

        var start = ApdsParts.Instant(rule.ValidFrom is { } first ? TownCalendar.EndOf(first.AddDays(-1)) : town.Start);
        var table = Table(town, town.RatesOf(zone), ApdsParts.Words($"Gebühren Bewohnerparken {zone.Name}", $"Fees for resident parking {zone.Name}"), start, "contract",
            [.. terms.Select(term => (Duration(term.Months), ((FeeAnswer.Amount)term.Fee).Euros))]);
        if (rule.ValidTo is { } last)
            table["validityEnd"] = ApdsParts.Instant(TownCalendar.EndOf(last));
        return table;
    }

    private static JsonObject Of(ApdsTown town, VisitorTicketRule rule) => Table(
        town, town.RatesOf(rule), ApdsParts.Words($"Gebühr {VisitorTexts.For(Language.German).KindOf(rule.Unit, rule.Length)} für Besuch", $"Fee for visitors: {VisitorTexts.For(Language.English).KindOf(rule.Unit, rule.Length)}"),
        ApdsParts.Instant(town.Start), rule.Unit is VisitorUnit.Day ? "daily" : "hourly",
        [(rule.Unit is VisitorUnit.Day ? string.Create(CultureInfo.InvariantCulture, $"P{rule.Length}D") : string.Create(CultureInfo.InvariantCulture, $"PT{rule.Length}H"), rule.Euros)]);

    private static JsonObject Table(ApdsTown town, string id, JsonArray name, string start, string type, IReadOnlyList<(string Time, decimal Euros)> prices) => new()
    {
        ["id"] = id,
        ["version"] = town.Version,
        ["rateTableName"] = name,
        ["validityStart"] = start,
        ["rateType"] = type,
        ["activeTimes"] = new JsonArray([.. prices.Select(price => JsonValue.Create(price.Time))]),
        ["availability"] = "restricted",
        ["rateLineCollections"] = new JsonArray([.. prices.Select((price, index) => Collection(index + 1, price.Time, price.Euros, start))]),
    };

    private static JsonObject Collection(int sequence, string time, decimal euros, string start) => new()
    {
        ["applicableCurrency"] = "EUR",
        ["collectionSequence"] = sequence,
        ["minTime"] = time,
        ["maxTime"] = time,
        ["relativeTimes"] = true,
        ["resetTime"] = "00:00",
        ["taxIncluded"] = true,
        ["validStart"] = start,
        ["rateLines"] = new JsonArray(new JsonObject { ["rateLineType"] = "flatRate", ["sequence"] = 1, ["value"] = euros }),
    };

    private static string Duration(int months) => string.Create(CultureInfo.InvariantCulture, $"P{months}M");
}
