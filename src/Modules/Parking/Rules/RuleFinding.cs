using Modellstadt.Parking.Zones;

namespace Modellstadt.Parking.Rules;

/// <summary>Something about a rule book that a clerk should know. A closed family.</summary>
/// <param name="IsError">True when the book cannot be put in force with it; else it is a warning.</param>
/// <param name="Words">Picks the words: what is wrong, where, and what to do.</param>
internal abstract record RuleFinding(bool IsError, Func<RuleTexts, string> Words)
{
    /// <summary>More things of one kind than a book may have.</summary>
    public sealed record TooMany(string What, int Count, int Most) : RuleFinding(true, texts => texts.TooMany(What, Count, Most));

    /// <summary>Two zones of the same identifier.</summary>
    public sealed record ZoneTwice(string Zone) : RuleFinding(true, texts => texts.ZoneTwice(Zone));

    /// <summary>A zone of another town.</summary>
    public sealed record ForeignZone(string Zone, string Ags) : RuleFinding(true, texts => texts.ForeignZone(Zone, Ags));

    /// <summary>A rule names a zone that the book does not have.</summary>
    public sealed record UnknownZone(string Zone, string Where) : RuleFinding(true, texts => texts.UnknownZone(Zone, Where));

    /// <summary>A range of house numbers with one end, or that ends before it begins.</summary>
    public sealed record RangeBroken(string Zone, string Street, string From, string To) : RuleFinding(true, texts => texts.RangeBroken(Zone, Street, From, To));

    /// <summary>A house that certainly lies in several zones.</summary>
    public sealed record HouseInSeveralZones(string Street, string House, string Zones) : RuleFinding(true, texts => texts.HouseInSeveralZones(Street, House, Zones));

    /// <summary>Two lines of one zone name the same houses.</summary>
    public sealed record RangesOverlap(string Zone, string Street, string House) : RuleFinding(false, texts => texts.RangesOverlap(Zone, Street, House));

    /// <summary>A zone with neither streets nor an area.</summary>
    public sealed record ZoneEmpty(string Zone) : RuleFinding(false, texts => texts.ZoneEmpty(Zone));

    /// <summary>An area that is none.</summary>
    public sealed record AreaBroken(string Zone, AreaFault Fault) : RuleFinding(true, texts => texts.AreaBroken(Zone, Fault));

    /// <summary>A zone larger than the administrative regulation allows.</summary>
    public sealed record AreaTooLarge(string Zone, int Metres) : RuleFinding(false, texts => texts.AreaTooLarge(Zone, Metres));

    /// <summary>Areas that lie over each other.</summary>
    public sealed record AreasOverlap(string Zone, string Other, int SquareMetres) : RuleFinding(false, texts => texts.AreasOverlap(Zone, Other, SquareMetres));

    /// <summary>Nobody said how many spaces a zone has.</summary>
    public sealed record CapacityMissing(string Zone) : RuleFinding(false, texts => texts.CapacityMissing(Zone));

    /// <summary>A zone without a fee, while other zones have one.</summary>
    public sealed record ZoneWithoutFee(string Zone, string Fee) : RuleFinding(true, texts => texts.ZoneWithoutFee(Zone, Fee));

    /// <summary>No amount is known on the first day of the book.</summary>
    public sealed record FeeUnknown() : RuleFinding(false, texts => texts.FeeNotKnown);

    /// <summary>A fee that cannot be meant as it stands.</summary>
    public sealed record FeeBroken(string Fee) : RuleFinding(true, texts => texts.FeeBroken(Fee));

    /// <summary>A social tariff without the law that allows it.</summary>
    public sealed record TariffUnlawful(string Fee, string Tariff) : RuleFinding(true, texts => texts.TariffUnlawful(Fee, Tariff));

    /// <summary>Two fees on the same day.</summary>
    public sealed record FeesOverlap(string Fee, string Other) : RuleFinding(true, texts => texts.FeesOverlap(Fee, Other));

    /// <summary>A longer term that costs less than a shorter one.</summary>
    public sealed record LongerTermCheaper(string Fee, int Months, int Shorter) : RuleFinding(false, texts => texts.LongerTermCheaper(Fee, Months, Shorter));

    /// <summary>A number that cannot be meant.</summary>
    public sealed record NumberOutOfRange(string Rule, string Value, string Least, string Most) : RuleFinding(true, texts => texts.NumberOutOfRange(Rule, Value, Least, Most));

    /// <summary>A basis of vehicle use that nothing proves.</summary>
    public sealed record EvidenceMissing(VehicleBasis Basis) : RuleFinding(true, texts => texts.EvidenceMissing(Basis));

    /// <summary>A span of days that ends before it begins.</summary>
    public sealed record DaysReversed(string Where) : RuleFinding(true, texts => texts.DaysReversed(Where));

    /// <summary>A text that is too long.</summary>
    public sealed record TextTooLong(string Where, int Most) : RuleFinding(true, texts => texts.TextTooLong(Where, Most));
}
