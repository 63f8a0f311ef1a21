using Modellstadt.Parking.Facts;
using Modellstadt.Parking.Fees;
using Modellstadt.Testing;

namespace Modellstadt.Parking.Tests.Fees;

/// <summary>Every entry of <c>data/parking/fees.json</c>: what it costs, for how long, on which days.</summary>
public sealed class ShippedFeeTests
{
    private static readonly FactFiles Shipped = new(ProductFiles.PathOf("data"));

    /// <summary>Rule, zone, "months=euros" for every term that is offered.</summary>
    private static readonly Dictionary<string, (string Zone, string Prices)> Expected = new()
    {
        ["bund-frame-initial"] = ("", ""),
        ["gelsenkirchen-flat-initial"] = ("P", "12=25.00"),
        ["aachen-flat-initial"] = ("N", "12=30.00"),
        ["aachen-area-2025-05-01"] = ("N", "3=61.23 6=122.46 12=244.92"),
        ["soest-flat-initial"] = ("1", "12=30.70"),
        ["wuppertal-flat-initial"] = ("1", "12=30.00"),
        ["paderborn-unknown-initial"] = ("1", ""),
        ["solingen-flat-initial"] = ("E", "12=30.70"),
        ["solingen-flat-2026-01-01"] = ("E", "12=120.00"),
        ["remscheid-flat-2026-04-17"] = ("1", "12=180.00"),
        ["bottrop-terms-initial"] = ("OSTERFELDER", "12=25.00 24=45.00 36=60.00"),
        ["bottrop-terms-2020-01-01"] = ("OSTERFELDER", "12=30.70 24=60.70"),
        ["gladbeck-flat-initial"] = ("B", "12=75.00"),
        ["bonn-terms-2023-03-01"] = ("1", "6=90.00 12=180.00"),
        ["bonn-terms-2024-03-01"] = ("1", "6=180.00 12=360.00 24=720.00"),
        ["ahlen-terms-initial"] = ("A", "3=10.00 6=18.00 12=30.00"),
        ["trier-terms-initial"] = ("1", "6=100.00 12=200.00"),
        ["esslingen-terms-initial"] = ("1", "6=75.00 12=150.00"),
        ["leichlingen-flat-initial"] = ("WUPPER", "12=30.00"),
        ["bochum-flat-initial"] = ("1", "12=90.00"),
        ["muelheim-an-der-ruhr-flat-initial"] = ("1", "12=150.00"),
        ["dortmund-flat-initial"] = ("1", "12=30.70"),
        ["oberhausen-flat-initial"] = ("1", "12=30.70"),
        ["neuss-zone-initial"] = ("A", "12=120.00"),
        ["gelsenkirchen-demo-terms"] = ("P", "6=15.00 12=30.00"),
    };

    private static readonly FeeRule[] All = [.. Shipped.Fees.Fees, .. Shipped.Overlay("05513000")!.Fees];

    public static IEnumerable<TheoryDataRow<string>> Ids => All.Select(fee => new TheoryDataRow<string>(fee.Id));

    [Theory, MemberData(nameof(Ids))]
    public void Every_entry_costs_what_its_source_says_for_exactly_the_terms_it_offers(string id)
    {
        var fee = Fee(id);
        var (zone, prices) = Expected[id];
        var priced = Enumerable.Range(-1, 40)
            .Select(months => (Months: months, Answer: fee.Answer(ExampleCar(months, zone))))
            .Where(term => term.Answer is FeeAnswer.Amount)
            .ToList();

        Assert.Equal(prices, string.Join(' ', priced.Select(term => FormattableString.Invariant($"{term.Months}={((FeeAnswer.Amount)term.Answer).Euros:0.00}"))));
        Assert.Equal(fee.TermsIn(zone), priced.Select(term => term.Months));
    }

    [Theory, MemberData(nameof(Ids))]
    public void Every_entry_holds_from_its_first_to_its_last_day(string id)
    {
        var fee = Fee(id);

        Assert.True(fee.IsSound);
        Assert.True(fee.HoldsOn(fee.ValidFrom ?? new DateOnly(1990, 1, 1)));
        Assert.True(fee.HoldsOn(fee.ValidTo ?? new DateOnly(2099, 12, 31)));
        Assert.NotEqual(fee.ValidFrom is not null, fee.HoldsOn(fee.ValidFrom?.AddDays(-1) ?? new DateOnly(1990, 1, 1)));
        Assert.NotEqual(fee.ValidTo is not null, fee.HoldsOn(fee.ValidTo?.AddDays(1) ?? new DateOnly(2099, 12, 31)));
    }

    [Fact]
    public void No_entry_is_untested() => Assert.Equal(Expected.Keys.Order(), All.Select(fee => fee.Id).Order());

    [Fact]
    public void A_fee_that_was_not_found_is_not_guessed() =>
        Assert.IsType<FeeAnswer.Unknown>(Fee("paderborn-unknown-initial").Answer(ExampleCar(12, "1")));

    [Fact]
    public void The_federal_frame_is_no_fee() =>
        Assert.Equal(new FeeAnswer.Between(10.20m, 30.70m), Fee("bund-frame-initial").Answer(ExampleCar(12, "1")));

    [Theory]
    [InlineData("neuss-zone-initial", "B", 12.00)]
    [InlineData("neuss-zone-initial", "A", 120.00)]
    public void A_zone_has_its_own_price(string id, string zone, decimal euros) =>
        Assert.Equal(new FeeAnswer.Amount(euros), Fee(id).Answer(ExampleCar(12, zone)));

    [Fact]
    public void A_zone_without_price_gets_no_offer()
    {
        Assert.IsType<FeeAnswer.NotOffered>(Fee("neuss-zone-initial").Answer(ExampleCar(12, "C")));
        Assert.Empty(Fee("neuss-zone-initial").TermsIn("C"));
    }

    [Theory]
    [InlineData("wuppertal-flat-initial", 15.0, null)]
    [InlineData("bonn-terms-2024-03-01", 15.0, 25.0)]
    [InlineData("ahlen-terms-initial", 10.0, null)]
    [InlineData("leichlingen-flat-initial", 6.0, null)]
    [InlineData("soest-flat-initial", null, null)]
    public void The_price_of_a_change_and_of_a_lost_permit_is_known_where_it_was_published(string id, double? change, double? replacement)
    {
        Assert.Equal((decimal?)change, Fee(id).ChangeFee);
        Assert.Equal((decimal?)replacement, Fee(id).ReplacementFee);
    }

    [Theory]
    [InlineData("05334002", "2025-04-30", "aachen-flat-initial")]
    [InlineData("05334002", "2025-05-01", "aachen-area-2025-05-01")]
    [InlineData("05334002", "2025-05-02", "aachen-area-2025-05-01")]
    [InlineData("05122000", "2025-12-31", "solingen-flat-initial")]
    [InlineData("05122000", "2026-01-01", "solingen-flat-2026-01-01")]
    [InlineData("05314000", "2023-02-28", null)]
    [InlineData("05314000", "2023-03-01", "bonn-terms-2023-03-01")]
    [InlineData("05314000", "2024-02-29", "bonn-terms-2023-03-01")]
    [InlineData("05314000", "2024-03-01", "bonn-terms-2024-03-01")]
    [InlineData("05120000", "2026-04-16", null)]
    [InlineData("05120000", "2026-04-17", "remscheid-flat-2026-04-17")]
    public void A_town_has_the_fee_of_the_day(string ags, string day, string? id) =>
        Assert.Equal(id, Shipped.Of(ags, withOverlay: false).Fees.On(DateOnly.Parse(day))?.Id);

    [Fact]
    public void A_permit_issued_in_Aachen_before_the_change_keeps_its_old_fee_until_it_ends()
    {
        var fees = Shipped.Of("05334002", withOverlay: false).Fees;
        Assert.Equal(new FeeAnswer.Amount(30.00m), fees.On(new DateOnly(2025, 4, 30))!.Answer(ExampleCar(12, "N")));
        Assert.Equal(new FeeAnswer.Amount(244.92m), fees.On(new DateOnly(2025, 5, 1))!.Answer(ExampleCar(12, "N")));
    }

    private static FeeRule Fee(string id) => All.Single(fee => fee.Id == id);

    /// <summary>The car of Aachen's published example: 4.284 m × 1.789 m.</summary>
    private static FeeQuestion ExampleCar(int months, string zone) => new(months, zone, 4_284, 1_789);
}
