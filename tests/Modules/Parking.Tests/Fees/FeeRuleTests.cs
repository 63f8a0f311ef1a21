using CsCheck;
using Modellstadt.Parking.Fees;

namespace Modellstadt.Parking.Tests.Fees;

/// <summary>The rules as pure functions, whatever a town writes into its file.</summary>
public sealed class FeeRuleTests
{
    private static readonly Gen<decimal> Euros = Gen.Int[0, 100_000].Select(cents => cents / 100m);
    private static readonly Gen<AreaFee> AreaFees =
        from rate in Euros
        from basis in Euros
        from terms in Gen.Int[1, 36].HashSet[1, 6]
        select Area(rate, basis, [.. terms]);
    private static readonly Gen<FeePart> Parts = Gen.OneOf<FeePart>(
        Euros.Select(FeePart (euros) => new FeePart.OncePart(euros)),
        Euros.Select(FeePart (euros) => new FeePart.MonthPart(euros)),
        Euros.Select(FeePart (euros) => new FeePart.AreaPart(euros)),
        Gen.Select(Euros, Euros, FeePart (a, b) => new FeePart.ZonePart(new Dictionary<string, decimal> { ["A"] = a, ["B"] = b })));
    private static readonly Gen<FormulaFee> Formulas =
        from parts in Parts.Array[1, 4]
        from terms in Gen.Int[1, 36].HashSet[1, 6]
        select Formula([.. terms], parts);
    private static readonly Gen<FeeRule> Rules = Gen.OneOf<FeeRule>(
        from months in Gen.Int[1, 36] from amount in Euros select Flat(months, amount),
        from terms in Gen.Select(Gen.Int[1, 36], Euros, (months, amount) => new PricedTerm(months, amount)).Array[1, 5]
        select Terms([.. terms.DistinctBy(term => term.Months)]),
        from month in Euros from year in Euros select Zones(("A", new ZonePrice(month, null)), ("B", new ZonePrice(null, year))),
        AreaFees.Select(FeeRule (fee) => fee),
        Formulas.Select(FeeRule (fee) => fee));
    private static readonly Gen<FeeQuestion> Questions =
        from months in Gen.Int[-3, 40]
        from zone in Gen.Char["ABC"]
        from length in Gen.Int[-1, 20_000]
        from width in Gen.Int[-1, 5_000]
        select new FeeQuestion(months, $"{zone}", length, width);

    [Fact]
    public void A_fee_is_never_negative_and_never_finer_than_a_cent() =>
        Gen.Select(Rules, Questions).Sample((rule, question) =>
            rule.IsSound && (rule.Answer(question) is not FeeAnswer.Amount amount || (amount.Euros >= 0 && decimal.Round(amount.Euros, 2) == amount.Euros)));

    [Fact]
    public void Only_an_offered_term_has_a_price() =>
        Gen.Select(Rules, Questions).Sample((rule, question) =>
            rule.Answer(question) is not FeeAnswer.Amount || rule.TermsIn(question.ZoneId).Contains(question.Months));

    [Fact]
    public void Terms_stand_in_order_and_once() =>
        Rules.Sample(rule => rule.TermsIn("A").SequenceEqual(rule.TermsIn("A").Distinct().Order()));

    [Fact]
    public void A_longer_term_never_costs_less_by_a_formula() =>
        Gen.Select(Formulas, Gen.Int[1, 20_000], Gen.Int[1, 5_000]).Sample((fee, length, width) =>
        {
            var prices = fee.TermsIn("A").Select(months => ((FeeAnswer.Amount)fee.Answer(new FeeQuestion(months, "A", length, width))).Euros).ToArray();
            return prices.Zip(prices.Skip(1)).All(pair => pair.First <= pair.Second);
        });

    [Fact]
    public void A_formula_is_the_sum_of_its_parts_rounded_once() =>
        Gen.Select(Euros, Euros, Euros, Euros, Gen.Int[1, 36]).Sample((once, month, area, zone, months) =>
        {
            var fee = Formula([months], [new FeePart.OncePart(once), new FeePart.MonthPart(month), new FeePart.AreaPart(area), new FeePart.ZonePart(new Dictionary<string, decimal> { ["A"] = zone })]);
            var exact = once + (month + zone) * months + 4.284m * 1.789m * area * months / 12;
            return fee.Answer(new FeeQuestion(months, "A", 4_284, 1_789)) == new FeeAnswer.Amount(decimal.Round(exact, 2, MidpointRounding.AwayFromZero));
        });

    [Fact]
    public void A_formula_needs_a_price_for_the_zone_and_the_size_where_it_asks_for_them()
    {
        var fee = Formula([12], [new FeePart.AreaPart(30), new FeePart.ZonePart(new Dictionary<string, decimal> { ["A"] = 1 })]);

        Assert.Equal(new FeeAnswer.Amount(72), fee.Answer(new FeeQuestion(12, "A", 1_000, 2_000)));
        Assert.IsType<FeeAnswer.NotOffered>(fee.Answer(new FeeQuestion(12, "C", 1_000, 2_000)));
        Assert.IsType<FeeAnswer.Unknown>(fee.Answer(new FeeQuestion(12, "A", 0, 2_000)));
        Assert.IsType<FeeAnswer.NotOffered>(fee.Answer(new FeeQuestion(6, "A", 1_000, 2_000)));
    }

    [Fact]
    public void A_social_tariff_is_a_share_of_the_exact_fee_and_rounded_once() =>
        Gen.Select(Rules, Questions, Gen.Int[1, 99]).Sample((rule, question, percent) =>
        {
            var reduced = rule with { SocialTariffs = [new SocialTariff("Sozialpass", percent, "Gebührenordnung § 3 Absatz 2")] };
            var (full, less) = (rule.Answer(question), reduced.Answer(question with { SocialTariff = "Sozialpass" }));
            return reduced.Answer(question) == full && (full is FeeAnswer.Amount(var euros)
                ? less is FeeAnswer.Amount(var share) && share >= 0 && share <= euros && Math.Abs(share - euros * percent / 100) <= 0.01m
                : less == full);
        });

    [Fact]
    public void A_tariff_that_the_town_does_not_have_is_not_offered() =>
        Assert.IsType<FeeAnswer.NotOffered>(Flat(12, 30).Answer(new FeeQuestion(12, "A", 1, 1, "Sozialpass")));

    [Fact]
    public void A_longer_or_wider_vehicle_never_costs_less() =>
        Gen.Select(AreaFees, Gen.Int[1, 20_000], Gen.Int[1, 5_000], Gen.Int[0, 5_000]).Sample((fee, length, width, more) =>
            fee.TermsMonths.All(months => Amount(fee, months, length + more, width) >= Amount(fee, months, length, width)
                && Amount(fee, months, length, width + more) >= Amount(fee, months, length, width)));

    [Fact]
    public void A_shorter_term_costs_its_part_of_the_year() =>
        Gen.Select(Euros, Euros, Gen.Int[1, 36], Gen.Int[1, 20_000], Gen.Int[1, 5_000]).Sample((rate, basis, months, length, width) =>
        {
            var exactYear = length / 1000m * (width / 1000m) * rate + basis;
            return Math.Abs(Amount(Area(rate, basis, [months]), months, length, width) - exactYear * months / 12) <= 0.005m;
        });

    [Theory]
    [InlineData(4_284, 1_789, 12, 244.92)]
    [InlineData(4_284, 1_789, 6, 122.46)]
    [InlineData(4_284, 1_789, 3, 61.23)]
    [InlineData(3_500, 1_600, 12, 183.00)]
    [InlineData(5_000, 2_000, 12, 315.00)]
    public void Aachen_takes_length_times_width_times_rate_and_a_base(int length, int width, int months, decimal euros) =>
        Assert.Equal(euros, Amount(Area(30, 15, [3, 6, 12]), months, length, width));

    [Theory]
    [InlineData(30.005, 30.01)]
    [InlineData(30.0049, 30.00)]
    [InlineData(0.015, 0.02)]
    [InlineData(0.025, 0.03)]
    public void Half_a_cent_is_rounded_up(decimal exact, decimal euros) =>
        Assert.Equal(new FeeAnswer.Amount(euros), Flat(12, exact).Answer(new FeeQuestion(12, "A", 1, 1)));

    [Theory]
    [InlineData(0, 1_789)]
    [InlineData(4_284, 0)]
    [InlineData(-1, 1_789)]
    public void Without_the_size_of_the_vehicle_its_fee_is_unknown(int length, int width) =>
        Assert.IsType<FeeAnswer.Unknown>(Area(30, 15, [12]).Answer(new FeeQuestion(12, "A", length, width)));

    private static decimal Amount(AreaFee fee, int months, int length, int width) =>
        Assert.IsType<FeeAnswer.Amount>(fee.Answer(new FeeQuestion(months, "A", length, width))).Euros;

    private static FlatFee Flat(int months, decimal amount) => new() { Id = "flat", Confidence = "high", Source = "test", Months = months, Amount = amount };

    private static TermFee Terms(IReadOnlyList<PricedTerm> terms) => new() { Id = "terms", Confidence = "high", Source = "test", Terms = terms };

    private static ZoneFee Zones(params (string Zone, ZonePrice Price)[] prices) =>
        new() { Id = "zones", Confidence = "high", Source = "test", Zones = prices.ToDictionary(price => price.Zone, price => price.Price) };

    private static FormulaFee Formula(IReadOnlyList<int> terms, IReadOnlyList<FeePart> parts) =>
        new() { Id = "formula", Confidence = "high", Source = "test", TermsMonths = terms, Parts = parts };

    private static AreaFee Area(decimal rate, decimal basis, IReadOnlyList<int> terms) =>
        new() { Id = "area", Confidence = "high", Source = "test", PerSquareMetrePerYear = rate, Base = basis, TermsMonths = terms };
}
