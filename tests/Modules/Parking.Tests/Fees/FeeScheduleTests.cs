using CsCheck;
using Modellstadt.Parking.Fees;

namespace Modellstadt.Parking.Tests.Fees;

/// <summary>Fees over time: on each day at most one.</summary>
public sealed class FeeScheduleTests
{
    private static readonly DateOnly Start = new(2025, 1, 1);

    [Fact]
    public void Each_day_has_the_fee_that_holds_on_it()
    {
        var fees = new FeeSchedule([Fee("new", "2026-01-01", null), Fee("old", null, "2025-06-30")]);

        Assert.Equal("old", fees.On(new DateOnly(1999, 1, 1))?.Id);
        Assert.Equal("old", fees.On(new DateOnly(2025, 6, 30))?.Id);
        Assert.Null(fees.On(new DateOnly(2025, 7, 1)));
        Assert.Null(fees.On(new DateOnly(2025, 12, 31)));
        Assert.Equal("new", fees.On(new DateOnly(2026, 1, 1))?.Id);
        Assert.Equal("new", fees.On(new DateOnly(2099, 1, 1))?.Id);
    }

    [Theory]
    [InlineData(null, null, "2026-01-01", null)]
    [InlineData(null, "2026-01-01", "2026-01-01", null)]
    [InlineData(null, "2025-12-31", null, null)]
    [InlineData("2025-01-01", "2025-12-31", "2025-06-01", "2025-06-30")]
    public void Two_fees_on_the_same_day_are_refused(string? from, string? to, string? otherFrom, string? otherTo)
    {
        Assert.Throws<InvalidDataException>(() => new FeeSchedule([Fee("one", from, to), Fee("other", otherFrom, otherTo)]));
        Assert.Throws<InvalidDataException>(() => new FeeSchedule([Fee("other", otherFrom, otherTo), Fee("one", from, to)]));
    }

    [Fact]
    public void A_fee_that_ends_before_it_begins_is_refused() =>
        Assert.Throws<InvalidDataException>(() => new FeeSchedule([Fee("one", "2026-01-02", "2026-01-01")]));

    [Theory]
    [InlineData(0, 10)]
    [InlineData(-12, 10)]
    [InlineData(12, -0.01)]
    public void A_fee_with_a_negative_amount_or_no_length_is_refused(int months, decimal amount) =>
        Assert.Throws<InvalidDataException>(() => new FeeSchedule([Fee("one", null, null) with { Months = months, Amount = amount }]));

    [Fact]
    public void A_term_that_is_priced_twice_is_refused() =>
        Assert.Throws<InvalidDataException>(() => new FeeSchedule(
            [new TermFee { Id = "terms", Confidence = "high", Source = "test", Terms = [new PricedTerm(12, 30), new PricedTerm(12, 40)] }]));

    [Fact]
    public void A_zone_is_priced_by_the_month_or_by_the_year()
    {
        ZonePrice[] unclear = [new(1, 12), new(null, null), new(-1, null)];
        Assert.All(unclear, price => Assert.Throws<InvalidDataException>(() => new FeeSchedule(
            [new ZoneFee { Id = "zones", Confidence = "high", Source = "test", Zones = new Dictionary<string, ZonePrice> { ["A"] = price } }])));
    }

    [Theory, InlineData(null), InlineData(""), InlineData("          "), InlineData("kurz")]
    public void A_social_tariff_without_a_legal_note_is_refused_and_the_law_named(string? note)
    {
        var lawful = Fee("one", null, null) with { SocialTariffs = [new SocialTariff("Sozialpass", 50, "Gebührenordnung der Stadt § 3 Absatz 2")] };
        Assert.NotNull(new FeeSchedule([lawful]).On(Start));

        var refused = Assert.Throws<InvalidDataException>(() => new FeeSchedule([lawful with { SocialTariffs = [new SocialTariff("Sozialpass", 50, note)] }]));
        Assert.Contains("StVG § 6a Abs. 5a", refused.Message, StringComparison.Ordinal);
        Assert.Contains("9 CN 2.22", refused.Message, StringComparison.Ordinal);
    }

    [Theory, InlineData(0), InlineData(100), InlineData(-5)]
    public void A_social_tariff_is_a_share_of_the_fee(int percent) =>
        Assert.Throws<InvalidDataException>(() => new FeeSchedule(
            [Fee("one", null, null) with { SocialTariffs = [new SocialTariff("Sozialpass", percent, "Gebührenordnung der Stadt § 3 Absatz 2")] }]));

    [Fact]
    public void A_formula_without_parts_or_with_a_negative_one_is_refused()
    {
        FeePart[][] unclear = [[], [new FeePart.MonthPart(-1)], [new FeePart.ZonePart(new Dictionary<string, decimal> { ["A"] = -1 })], [new FeePart.OncePart(1_000_000)]];
        Assert.All(unclear, parts => Assert.Throws<InvalidDataException>(() => new FeeSchedule(
            [new FormulaFee { Id = "formula", Confidence = "high", Source = "test", TermsMonths = [12], Parts = parts }])));
    }

    [Fact]
    public void A_schedule_is_accepted_exactly_when_no_day_has_two_fees() =>
        Gen.Select(Gen.Int[0, 60], Gen.Int[0, 20]).Array[0, 5].Sample(spans =>
        {
            FlatFee[] fees = [.. spans.Select((span, number) => Fee($"{number}", null, null) with { ValidFrom = Start.AddDays(span.Item1), ValidTo = Start.AddDays(span.Item1 + span.Item2) })];
            var overlap = Enumerable.Range(0, 90).Any(day => fees.Count(fee => fee.HoldsOn(Start.AddDays(day))) > 1);
            if (overlap)
                Assert.Throws<InvalidDataException>(() => new FeeSchedule(fees));
            else
                Assert.All(Enumerable.Range(-1, 90), day => Assert.Equal(fees.SingleOrDefault(fee => fee.HoldsOn(Start.AddDays(day))), new FeeSchedule(fees).On(Start.AddDays(day))));
        }, iter: 300);

    private static FlatFee Fee(string id, string? from, string? to) => new()
    {
        Id = id,
        Confidence = "high",
        Source = "test",
        Months = 12,
        Amount = 30,
        ValidFrom = from is null ? null : DateOnly.Parse(from),
        ValidTo = to is null ? null : DateOnly.Parse(to),
    };
}
