using System.Text.Json.Serialization;

namespace Modellstadt.Parking.Fees;

/// <summary>A sum of parts: by the permit, by the month, by the size of the vehicle, by the zone, in any combination.</summary>
internal sealed record FormulaFee : FeeRule
{
    /// <summary>Terms in months.</summary>
    public required IReadOnlyList<int> TermsMonths { get; init; }

    /// <summary>The parts, at least one.</summary>
    public required IReadOnlyList<FeePart> Parts { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override bool IsSound => base.IsSound && Parts.Count > 0 && TermsMonths.All(IsTerm) && Parts.SelectMany(part => part.Amounts).All(IsAmount);

    /// <inheritdoc />
    public override IReadOnlyList<int> TermsIn(string zoneId) => Parts.All(part => part.HoldsIn(zoneId)) ? [.. TermsMonths.Distinct().Order()] : [];

    /// <inheritdoc />
    protected override FeeAnswer Calculate(FeeQuestion question)
    {
        if (!TermsIn(question.ZoneId).Contains(question.Months))
            return new FeeAnswer.NotOffered();

        var parts = Parts.Select(part => part.Of(question)).ToArray();
        return parts.Any(part => part is null) ? new FeeAnswer.Unknown() : new FeeAnswer.Amount(parts.Sum()!.Value);
    }
}

/// <summary>A part of a fee. A closed family.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "part")]
[JsonDerivedType(typeof(FeePart.OncePart), "once")]
[JsonDerivedType(typeof(FeePart.MonthPart), "month")]
[JsonDerivedType(typeof(FeePart.AreaPart), "area")]
[JsonDerivedType(typeof(FeePart.ZonePart), "zone")]
internal abstract record FeePart
{
    private const decimal MillimetresInMetre = 1000;
    private const decimal MonthsInYear = 12;

    /// <summary>The amounts that it names, euros.</summary>
    [JsonIgnore]
    public abstract IEnumerable<decimal> Amounts { get; }

    /// <summary>True where it has an amount.</summary>
    public virtual bool HoldsIn(string zoneId) => true;

    /// <summary>Exact euros; null when the question lacks what it is measured by.</summary>
    public abstract decimal? Of(FeeQuestion question);

    /// <summary>Once for each permit.</summary>
    /// <param name="Amount">Euros.</param>
    internal sealed record OncePart(decimal Amount) : FeePart
    {
        /// <inheritdoc />
        [JsonIgnore]
        public override IEnumerable<decimal> Amounts => [Amount];

        /// <inheritdoc />
        public override decimal? Of(FeeQuestion question) => Amount;
    }

    /// <summary>For each month.</summary>
    /// <param name="Amount">Euros.</param>
    internal sealed record MonthPart(decimal Amount) : FeePart
    {
        /// <inheritdoc />
        [JsonIgnore]
        public override IEnumerable<decimal> Amounts => [Amount];

        /// <inheritdoc />
        public override decimal? Of(FeeQuestion question) => Amount * question.Months;
    }

    /// <summary>Length × width of the vehicle, in proportion to the months.</summary>
    /// <param name="PerSquareMetrePerYear">Euros.</param>
    internal sealed record AreaPart(decimal PerSquareMetrePerYear) : FeePart
    {
        /// <inheritdoc />
        [JsonIgnore]
        public override IEnumerable<decimal> Amounts => [PerSquareMetrePerYear];

        /// <inheritdoc />
        public override decimal? Of(FeeQuestion question) => question is { LengthMillimetres: > 0, WidthMillimetres: > 0 }
            ? question.LengthMillimetres / MillimetresInMetre * (question.WidthMillimetres / MillimetresInMetre) * PerSquareMetrePerYear * question.Months / MonthsInYear
            : null;
    }

    /// <summary>For each month, by the zone.</summary>
    /// <param name="PerMonth">Zone → euros; a zone without an amount gets no permit for this fee.</param>
    internal sealed record ZonePart(IReadOnlyDictionary<string, decimal> PerMonth) : FeePart
    {
        /// <inheritdoc />
        [JsonIgnore]
        public override IEnumerable<decimal> Amounts => PerMonth.Values;

        /// <inheritdoc />
        public override bool HoldsIn(string zoneId) => PerMonth.ContainsKey(zoneId);

        /// <inheritdoc />
        public override decimal? Of(FeeQuestion question) => PerMonth[question.ZoneId] * question.Months;
    }
}
