using System.Text.Json.Serialization;

namespace Modellstadt.Parking.Fees;

/// <summary>
/// A fee that holds for a span of days (StVG § 6a Abs. 5a). Calculated in decimal euros; a social tariff takes its share of that;
/// rounded once, at the end, to the cent, half a cent upwards.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "rule")]
[JsonDerivedType(typeof(FlatFee), "flat")]
[JsonDerivedType(typeof(TermFee), "terms")]
[JsonDerivedType(typeof(ZoneFee), "zone")]
[JsonDerivedType(typeof(AreaFee), "area")]
[JsonDerivedType(typeof(FormulaFee), "formula")]
[JsonDerivedType(typeof(FrameFee), "frame")]
[JsonDerivedType(typeof(UnknownFee), "unknown")]
internal abstract record FeeRule
{
    /// <summary>Highest amount that a rule may name, euros: more is a slip of the pen.</summary>
    protected const decimal MostEuros = 100_000;

    /// <summary>Longest term, months.</summary>
    protected const int MostMonths = 120;

    /// <summary>Names the rule in notices and in the history of a decision.</summary>
    public required string Id { get; init; }

    /// <summary>The town; null for the federal frame.</summary>
    public string? Ags { get; init; }

    /// <summary>First day; null: always.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>Last day; null: until further notice.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>Euros for a change of plate or zone; null when none was found.</summary>
    public decimal? ChangeFee { get; init; }

    /// <summary>Euros for a lost permit; null when none was found.</summary>
    public decimal? ReplacementFee { get; init; }

    /// <summary>Reduced fees for some people; each names the law that allows it.</summary>
    public IReadOnlyList<SocialTariff> SocialTariffs { get; init; } = [];

    /// <summary>How reliable the source is.</summary>
    public required string Confidence { get; init; }

    /// <summary>Where it was found.</summary>
    public required string Source { get; init; }

    /// <summary>True when the fee is made up.</summary>
    public bool Demo { get; init; }

    /// <summary>The terms in months that the town offers in a zone, shortest first.</summary>
    public abstract IReadOnlyList<int> TermsIn(string zoneId);

    /// <summary>What a permit costs.</summary>
    public FeeAnswer Answer(FeeQuestion question)
    {
        var tariff = SocialTariffs.FirstOrDefault(tariff => tariff.Name == question.SocialTariff);
        if (question.SocialTariff is not null && tariff is null)
            return new FeeAnswer.NotOffered();

        var exact = Calculate(question);
        return exact is FeeAnswer.Amount(var euros) ? ToTheCent(euros * (tariff?.Percent ?? 100) / 100) : exact;
    }

    /// <summary>The exact fee, before a social tariff and before rounding.</summary>
    protected abstract FeeAnswer Calculate(FeeQuestion question);

    /// <summary>True when the rule holds on that day.</summary>
    public bool HoldsOn(DateOnly day) => (ValidFrom is null || ValidFrom <= day) && (ValidTo is null || day <= ValidTo);

    /// <summary>False when an amount is negative or beyond all sense, a term has no length, or the rule ends before it begins.</summary>
    [JsonIgnore]
    public virtual bool IsSound => (ValidFrom is null || ValidTo is null || ValidFrom <= ValidTo) && IsAmount(ChangeFee ?? 0) && IsAmount(ReplacementFee ?? 0);

    /// <summary>True for an amount that can be meant.</summary>
    protected static bool IsAmount(decimal euros) => euros is >= 0 and <= MostEuros;

    /// <summary>True for a term that can be meant.</summary>
    protected static bool IsTerm(int months) => months is > 0 and <= MostMonths;

    private static FeeAnswer ToTheCent(decimal euros) => new FeeAnswer.Amount(decimal.Round(euros, 2, MidpointRounding.AwayFromZero));
}

/// <summary>A fixed amount for one term.</summary>
internal sealed record FlatFee : FeeRule
{
    /// <summary>The term.</summary>
    public required int Months { get; init; }

    /// <summary>Euros for the whole term.</summary>
    public required decimal Amount { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override bool IsSound => base.IsSound && IsTerm(Months) && IsAmount(Amount);

    /// <inheritdoc />
    public override IReadOnlyList<int> TermsIn(string zoneId) => [Months];

    /// <inheritdoc />
    protected override FeeAnswer Calculate(FeeQuestion question) => question.Months == Months ? new FeeAnswer.Amount(Amount) : new FeeAnswer.NotOffered();
}

/// <summary>An amount for each term.</summary>
internal sealed record TermFee : FeeRule
{
    /// <summary>The terms and what they cost.</summary>
    public required IReadOnlyList<PricedTerm> Terms { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override bool IsSound =>
        base.IsSound && Terms.All(term => IsTerm(term.Months) && IsAmount(term.Amount)) && Terms.DistinctBy(term => term.Months).Count() == Terms.Count;

    /// <inheritdoc />
    public override IReadOnlyList<int> TermsIn(string zoneId) => [.. Terms.Select(term => term.Months).Order()];

    /// <inheritdoc />
    protected override FeeAnswer Calculate(FeeQuestion question) =>
        Terms.FirstOrDefault(term => term.Months == question.Months) is { } priced ? new FeeAnswer.Amount(priced.Amount) : new FeeAnswer.NotOffered();
}

/// <summary>A term and what it costs.</summary>
/// <param name="Months">Length.</param>
/// <param name="Amount">Euros for the whole term.</param>
internal sealed record PricedTerm(int Months, decimal Amount);

/// <summary>A price for each zone, by the month or by the year, for a term of a year.</summary>
internal sealed record ZoneFee : FeeRule
{
    private const int Year = 12;

    /// <summary>Zone id → price.</summary>
    public required IReadOnlyDictionary<string, ZonePrice> Zones { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override bool IsSound => base.IsSound && Zones.Values.All(price => price is { PerMonth: not null, PerYear: null } or { PerMonth: null, PerYear: not null } && IsAmount(price.PerMonth ?? price.PerYear!.Value));

    /// <inheritdoc />
    public override IReadOnlyList<int> TermsIn(string zoneId) => Zones.ContainsKey(zoneId) ? [Year] : [];

    /// <inheritdoc />
    protected override FeeAnswer Calculate(FeeQuestion question) => question.Months == Year && Zones.TryGetValue(question.ZoneId, out var price)
        ? new FeeAnswer.Amount(price.PerYear ?? price.PerMonth!.Value * Year)
        : new FeeAnswer.NotOffered();
}

/// <summary>A zone's price.</summary>
/// <param name="PerMonth">Euros a month; null when priced by the year.</param>
/// <param name="PerYear">Euros a year; null when priced by the month.</param>
internal sealed record ZonePrice(decimal? PerMonth, decimal? PerYear);

/// <summary>Length × width × rate + base a year, shorter terms in proportion (Aachen since 2025-05-01).</summary>
internal sealed record AreaFee : FeeRule
{
    /// <summary>Euros per square metre and year.</summary>
    public required decimal PerSquareMetrePerYear { get; init; }

    /// <summary>Euros a year, whatever the size.</summary>
    public required decimal Base { get; init; }

    /// <summary>Terms in months.</summary>
    public required IReadOnlyList<int> TermsMonths { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override bool IsSound => base.IsSound && IsAmount(PerSquareMetrePerYear) && IsAmount(Base) && TermsMonths.All(IsTerm);

    /// <inheritdoc />
    public override IReadOnlyList<int> TermsIn(string zoneId) => [.. TermsMonths.Order()];

    /// <inheritdoc />
    protected override FeeAnswer Calculate(FeeQuestion question)
    {
        if (!TermsMonths.Contains(question.Months))
            return new FeeAnswer.NotOffered();

        if (question is not { LengthMillimetres: > 0, WidthMillimetres: > 0 })
            return new FeeAnswer.Unknown();

        var squareMetres = question.LengthMillimetres / 1000m * (question.WidthMillimetres / 1000m);
        return new FeeAnswer.Amount((squareMetres * PerSquareMetrePerYear + Base) * question.Months / 12m);
    }
}

/// <summary>The federal frame where a town has no fee of its own (GebOSt Nr. 265).</summary>
internal sealed record FrameFee : FeeRule
{
    /// <summary>Euros a year.</summary>
    public required decimal MinPerYear { get; init; }

    /// <summary>Euros a year.</summary>
    public required decimal MaxPerYear { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override bool IsSound => base.IsSound && IsAmount(MinPerYear) && IsAmount(MaxPerYear) && MinPerYear <= MaxPerYear;

    /// <inheritdoc />
    public override IReadOnlyList<int> TermsIn(string zoneId) => [];

    /// <inheritdoc />
    protected override FeeAnswer Calculate(FeeQuestion question) => new FeeAnswer.Between(MinPerYear, MaxPerYear);
}

/// <summary>A town whose fee was not found.</summary>
internal sealed record UnknownFee : FeeRule
{
    /// <inheritdoc />
    public override IReadOnlyList<int> TermsIn(string zoneId) => [];

    /// <inheritdoc />
    protected override FeeAnswer Calculate(FeeQuestion question) => new FeeAnswer.Unknown();
}
