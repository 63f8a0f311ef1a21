using CsCheck;
using Modellstadt.Kernel.Texts;
using Modellstadt.Parking.Facts;
using Modellstadt.Parking.Fees;
using Modellstadt.Parking.Rules;
using Modellstadt.Parking.Tests.Rules;
using Modellstadt.Parking.Zones;
using Modellstadt.Registers;
using Modellstadt.Testing;

namespace Modellstadt.Parking.Tests.RuleBooks;

/// <summary>What is said about a draft before it is put in force.</summary>
public sealed class CheckRuleBookTests
{
    private static readonly DateOnly Day = SampleTown.Day;

    /// <summary>Two zones with spaces, one fee, nothing to find.</summary>
    private static RuleBook Sound => new()
    {
        Ags = SampleTown.Ags,
        AllZonesListed = true,
        Zones = [Zone("A", Range("Hauptstraße", "1", "20")), Zone("B", Range("Hauptstraße", "21", "40"))],
        Rules = SampleTown.TownRules,
        Fees = [Fee("fee")],
    };

    [Fact]
    public void A_sound_book_has_no_findings() => Assert.Empty(CheckRuleBook.Of(Sound, Day));

    [Fact]
    public void The_demo_town_has_no_findings_and_its_zones_are_drawn()
    {
        var demo = new FactFiles(ProductFiles.PathOf("data")).Book("05513000", withOverlay: true);
        Assert.Empty(CheckRuleBook.Of(demo, Day));
        Assert.All(demo.Zones, zone => Assert.NotNull(zone.Area));
    }

    [Fact]
    public void A_house_in_two_zones_is_an_error_and_named()
    {
        var found = Only<RuleFinding.HouseInSeveralZones>(Sound with { Zones = [Sound.Zones[0], Zone("B", Range("Hauptstr.", "20", "40"))] });
        Assert.Equal(("20", "A, B", true), (found.House, found.Zones, found.IsError));
    }

    [Theory]
    [InlineData("1", "20", nameof(Parity.Even), "1", "20", nameof(Parity.Odd), false)]
    [InlineData("1", "20", nameof(Parity.Even), "5", "9", nameof(Parity.Even), true)]
    [InlineData("1", "20", nameof(Parity.All), "20a", "30", nameof(Parity.All), false)]
    [InlineData("1", "20a", nameof(Parity.All), "20a", "30", nameof(Parity.All), true)]
    [InlineData("1", "1", nameof(Parity.All), "2", "3", nameof(Parity.All), false)]
    public void Ranges_meet_where_a_house_lies_in_both(string from, string to, string parity, string from2, string to2, string parity2, bool meet)
    {
        var zones = new[] { Zone("A", Range("Weg", from, to) with { Parity = Enum.Parse<Parity>(parity) }), Zone("B", Range("Weg", from2, to2) with { Parity = Enum.Parse<Parity>(parity2) }) };
        Assert.Equal(meet, CheckRuleBook.Of(Sound with { Zones = zones }, Day).OfType<RuleFinding.HouseInSeveralZones>().Any());
    }

    [Fact]
    public void Whether_zones_share_a_house_is_what_trying_every_house_says() =>
        Gen.Select(Ranges, Ranges).Sample((one, other) =>
        {
            var book = Sound with { Zones = [Zone("A", one), Zone("B", other)] };
            var shared = Enumerable.Range(1, 30).SelectMany(number => new[] { new HouseNumber(number, ""), new HouseNumber(number, "a") })
                .Any(house => one.Covers(house, bothSidesListed: false) is Coverage.Inside && other.Covers(house, bothSidesListed: false) is Coverage.Inside);
            return shared == CheckRuleBook.Of(book, Day).OfType<RuleFinding.HouseInSeveralZones>().Any();
        }, iter: 2_000);

    [Fact]
    public void The_same_house_twice_in_one_zone_is_a_warning() =>
        Assert.False(Only<RuleFinding.RangesOverlap>(Sound with { Zones = [Zone("A", Range("Weg", "1", "20"), Range("Weg", "7", "9"))] }).IsError);

    [Theory, InlineData("20", "1"), InlineData("20", null), InlineData(null, "20")]
    public void A_range_that_is_none_is_an_error(string? from, string? to)
    {
        var found = Only<RuleFinding.RangeBroken>(Sound with { Zones = [Zone("A", Range("Weg", from, to))] });
        Assert.Equal(("A", "Weg", true), (found.Zone, found.Street, found.IsError));
    }

    [Fact]
    public void Zones_fees_and_names_that_do_not_fit_are_errors()
    {
        var extra = new ExtraZone("A", "X", null, null, "Baustelle", "high", "test");
        var formula = new FormulaFee { Id = "fee", Confidence = "high", Source = "test", TermsMonths = [12], Parts = [new FeePart.ZonePart(new Dictionary<string, decimal> { ["A"] = 1 })] };
        Assert.Equal("A", Only<RuleFinding.ZoneTwice>(Sound with { Zones = [Zone("A", Range("Weg", "1", "2")), Zone("A", Range("Steg", "1", "2"))] }).Zone);
        Assert.Equal("05334002", Only<RuleFinding.ForeignZone>(Sound with { Zones = [Zone("A", Range("Weg", "1", "2")) with { Ags = "05334002" }] }).Ags);
        Assert.Equal("B", Only<RuleFinding.ZoneWithoutFee>(Sound with { Fees = [formula] }).Zone);
        Assert.Equal("X", Only<RuleFinding.UnknownZone>(Sound with { ExtraZones = [extra] }).Zone);
        Assert.Equal("X", Only<RuleFinding.UnknownZone>(Sound with { Recuts = [new ZoneRecut("old", ["X"], Day, Day, "high", "test")] }).Zone);
        Assert.Equal("fee", Only<RuleFinding.FeesOverlap>(Sound with { Fees = [Fee("fee"), Fee("other")] }).Fee);
        Only<RuleFinding.DaysReversed>(Sound with { ExtraZones = [extra with { AlsoIn = "B", From = Day, Until = Day.AddDays(-1) }] });
        Only<RuleFinding.DaysReversed>(Sound with { Recuts = [new ZoneRecut("A", ["B"], Day, Day.AddDays(-1), "high", "test")] });
    }

    [Fact]
    public void A_social_tariff_without_a_legal_note_is_an_error_that_names_the_law()
    {
        var found = Only<RuleFinding.TariffUnlawful>(Sound with { Fees = [Fee("fee") with { SocialTariffs = [new SocialTariff("Sozialpass", 50, null)] }] });
        Assert.True(found.IsError);
        Assert.Contains("9 CN 2.22", found.Words(RuleTexts.For(Language.German)), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_easily_forgotten_is_a_warning()
    {
        Assert.False(Only<RuleFinding.CapacityMissing>(Sound with { Zones = [Sound.Zones[0], Sound.Zones[1] with { Spaces = SampleTown.NotFound<int?>() }] }).IsError);
        Assert.False(Only<RuleFinding.FeeUnknown>(Sound with { Fees = [] }).IsError);
        Assert.False(Only<RuleFinding.ZoneEmpty>(Sound with { Zones = [.. Sound.Zones, Zone("C")] }).IsError);
        var odd = new TermFee { Id = "odd", Confidence = "high", Source = "test", Terms = [new PricedTerm(6, 30), new PricedTerm(12, 20)] };
        Assert.Equal((12, 6, false), (Only<RuleFinding.LongerTermCheaper>(Sound with { Fees = [odd] }) is var found ? (found.Months, found.Shorter, found.IsError) : default));
    }

    [Fact]
    public void A_zone_of_more_than_1500_metres_is_a_warning_with_its_source()
    {
        var found = Only<RuleFinding.AreaTooLarge>(Sound with { Zones = [Sound.Zones[0] with { Area = Square(0.008) }] });
        Assert.False(found.IsError);
        Assert.True(found.Metres > 1_500);
        Assert.Contains("VwV-StVO zu § 45", found.Words(RuleTexts.For(Language.German)), StringComparison.Ordinal);
        Assert.Empty(CheckRuleBook.Of(Sound with { Zones = [Sound.Zones[0] with { Area = Square(0.005) }] }, Day));
    }

    [Fact]
    public void A_drawing_that_is_no_area_is_an_error_and_overlapping_ones_are_a_warning()
    {
        Assert.Equal(AreaFault.NotClosed, Only<RuleFinding.AreaBroken>(Sound with { Zones = [Sound.Zones[0] with { Area = new ZoneArea([[[new Position(7, 51), new Position(7.1, 51)]]]) }] }).Fault);
        var overlap = Only<RuleFinding.AreasOverlap>(Sound with { Zones = [Sound.Zones[0] with { Area = Square(0.001) }, Sound.Zones[1] with { Area = Square(0.002) }] });
        Assert.InRange(overlap.SquareMetres, 29_000, 32_000); // 222 m × 139 m
    }

    [Fact]
    public void Numbers_that_nobody_means_are_errors()
    {
        EligibilityNumber[] wrong =
        [
            new("plates_per_permit", rules => rules with { PlatesPerPermit = SampleTown.Known<int?>(0) }),
            new("permits_per_person", rules => rules with { PermitsPerPerson = SampleTown.Known<int?>(2) }),
            new("provisional_days", rules => rules with { ProvisionalDays = SampleTown.Known<int?>(-1) }),
            new("terms_months", rules => rules with { TermsMonths = SampleTown.Known<IReadOnlyList<int>?>([0]) }),
            new("change_fees", rules => rules with { ChangeFees = SampleTown.Known<ChangeFees?>(new ChangeFees(-1, null, null, null)) }),
            new("refund.kept_euros", rules => rules with { Refund = SampleTown.Known<RefundRule?>(new RefundRule(-1, 0)) }),
            new("visitor_tickets.per_year", rules => rules with { VisitorTickets = SampleTown.Known<IReadOnlyList<VisitorTicketRule>?>([new VisitorTicketRule(VisitorUnit.Day, 1, 0, 1)]) }),
            new("most_permits_per_space", rules => rules with { MostPermitsPerSpace = SampleTown.Known<decimal?>(0) }),
        ];
        Assert.All(wrong, number => Assert.Equal(number.Rule, Only<RuleFinding.NumberOutOfRange>(Sound with { Rules = number.Change(Sound.Rules) }).Rule));
        var basis = Only<RuleFinding.EvidenceMissing>(Sound with { Rules = Sound.Rules with { Bases = SampleTown.Known<IReadOnlyList<BasisRule>?>([new BasisRule(VehicleBasis.CompanyCar, [])]) } });
        Assert.Equal(VehicleBasis.CompanyCar, basis.Basis);
    }

    [Fact]
    public void A_book_with_too_many_things_is_not_looked_through()
    {
        var many = Enumerable.Range(0, CheckRuleBook.MostZones + 1).Select(number => Zone($"Z{number}")).ToArray();
        Assert.Equal((501, 500), (Only<RuleFinding.TooMany>(Sound with { Zones = many }) is var found ? (found.Count, found.Most) : default));
        Only<RuleFinding.TooMany>(Sound with { ClerkNotes = [.. Enumerable.Repeat("x", CheckRuleBook.MostOthers + 1)] });
        Only<RuleFinding.TextTooLong>(Sound with { ClerkNotes = [new string('x', CheckRuleBook.LongestText + 1)] });
    }

    [Fact]
    public void Every_finding_speaks_both_languages()
    {
        var book = Sound with
        {
            Zones = [Sound.Zones[0], Zone("A", Range("Hauptstr.", "20", "9")), Zone("C", Range("Hauptstr.", "1", "9")) with { Area = Square(0.02), Spaces = SampleTown.NotFound<int?>() }],
            Fees = [Fee("fee"), Fee("other") with { Amount = -1 }],
        };
        var findings = CheckRuleBook.Of(book, Day);

        Assert.True(findings.Count > 5);
        Assert.Equal(findings.OrderByDescending(found => found.IsError), findings);
        Assert.All(findings, found => Assert.NotEqual(found.Words(RuleTexts.For(Language.German)), found.Words(RuleTexts.For(Language.English))));
    }

    private static Gen<StreetRange> Ranges =>
        from first in Gen.Int[1, 20]
        from length in Gen.Int[0, 8]
        from parity in Gen.Int[0, 2].Select(side => (Parity)side)
        from additions in Gen.Select(Gen.Bool, Gen.Bool)
        where length > 0 || !additions.Item1
        select Range("Weg", $"{first}{(additions.Item1 ? "a" : "")}", $"{first + length}{(additions.Item2 ? "a" : "")}") with { Parity = parity };

    private static T Only<T>(RuleBook book) where T : RuleFinding => Assert.IsType<T>(Assert.Single(CheckRuleBook.Of(book, Day)));

    private static ParkingZone Zone(string id, params StreetRange[] streets) => SampleTown.Zone(id) with { Streets = streets, Spaces = SampleTown.Known<int?>(100) };

    private static StreetRange Range(string street, string? from, string? to) => new() { Name = street, From = House(from), To = House(to) };

    private static HouseNumber? House(string? text) => HouseNumber.TryParse(text, out var house) ? house : null;

    private static FlatFee Fee(string id) => new() { Id = id, Confidence = "high", Source = "test", Months = 12, Amount = 30 };

    private static ZoneArea Square(double half) =>
        new([[[new(7 - half, 51 - half), new(7 + half, 51 - half), new(7 + half, 51 + half), new(7 - half, 51 + half), new(7 - half, 51 - half)]]]);

    private sealed record EligibilityNumber(string Rule, Func<Parking.Permits.EligibilityRules, Parking.Permits.EligibilityRules> Change);
}
