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
    private static readonly Gen<FeeRule> Rules = Gen.OneOf<FeeRule>(
        from months in Gen.Int[1, 36] from amount in Euros select Flat(months, amount),
        from terms in Gen.Select(Gen.Int[1, 36], Euros, (months, amount) => new PricedTerm(months, amount)).Array[1, 5]
        select Terms([.. terms.DistinctBy(term => term.Months)]),
        from month in Euros from year in Euros select Zones(("A", new ZonePrice(month, null)), ("B", new ZonePrice(null, year))),
        AreaFees.Select(FeeRule (fee) => fee));
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

    private static AreaFee Area(decimal rate, decimal basis, IReadOnlyList<int> terms) =>
        new() { Id = "area", Confidence = "high", Source = "test", PerSquareMetrePerYear = rate, Base = basis, TermsMonths = terms };
}
