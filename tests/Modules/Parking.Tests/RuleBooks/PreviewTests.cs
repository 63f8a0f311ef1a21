using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Storage;
using Modellstadt.Parking.Facts;
using Modellstadt.Parking.Fees;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Rules;
using Modellstadt.Parking.Rules.Preview;
using Modellstadt.Parking.Tests.Inspections;
using Modellstadt.Parking.Tests.Rules;
using Modellstadt.Parking.Zones;
using Modellstadt.Registers;
using Modellstadt.Testing;

namespace Modellstadt.Parking.Tests.RuleBooks;

/// <summary>What a draft would change for the permits that exist.</summary>
public sealed class PreviewTests
{
    private static readonly DateOnly Day = SampleTown.Day.AddDays(30);
    private static readonly PermitWish Year = new(["GE-AB123"], 12, NoOwnSpace: true);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void A_book_that_says_the_same_changes_nothing()
    {
        var report = Preview(SampleTown.Town, ("1", "A", SampleTown.Person), ("2", "A", SampleTown.Person));

        Assert.Equal((2, 0, 0, 0), (report.Permits, report.NotChecked, report.Open, report.Gains));
        Assert.Empty(report.Moves);
        Assert.Empty(report.Losses);
        Assert.Empty(report.Addresses);
        Assert.Equal(new FeeDifference(0, 0, 0, 0, 0), report.Fees);
    }

    [Fact]
    public void A_permit_whose_street_goes_to_another_zone_is_counted_and_named()
    {
        var after = SampleTown.Town with { Zones = new ZoneMap([SampleTown.Zone("A"), SampleTown.Zone("B", "Hauptstraße", "Nordweg")], allZonesListed: true) };
        var report = Preview(after, ("1", "A", SampleTown.Person), ("2", "B", SampleTown.Person.Living(SampleTown.Home("Nordweg", "3"))));

        var move = Assert.Single(report.Moves);
        Assert.Equal(("A", "B", 1, "1"), (move.From, move.To, move.Count, Assert.Single(move.Samples)));
        Assert.Equal([("A", 1, 0), ("B", 1, 2)], report.Zones.Select(zone => (zone.Zone, zone.PermitsBefore, zone.PermitsAfter)));
        Assert.Contains(new AddressMove("Hauptstraße", "1", "A", "B"), report.Addresses);
        Assert.DoesNotContain(report.Addresses, address => address.Street == "Nordweg");
    }

    [Fact]
    public void Who_would_get_no_permit_any_more_is_counted_by_reason()
    {
        var strict = SampleTown.Town.With(SampleTown.TownRules with { MaxLengthMm = SampleTown.Known<int?>(4_000) });
        var small = SampleTown.Person.Driving(SampleTown.Car("GE-AB 123", length: 3_600));
        var report = Preview(strict, ("1", "A", SampleTown.Person), ("2", "A", SampleTown.Person), ("3", "A", small));

        var loss = Assert.Single(report.Losses);
        Assert.IsType<VehicleTooLarge>(loss.Why);
        Assert.Equal((2, "1, 2"), (loss.Count, string.Join(", ", loss.Samples)));
        Assert.Equal(3, report.Zones.Single(zone => zone.Zone == "A").PermitsAfter);
    }

    [Fact]
    public void A_term_that_is_no_longer_offered_is_a_loss_and_a_new_right_a_gain()
    {
        var short_ = SampleTown.Town with { Fees = new FeeSchedule([new FlatFee { Id = "short", Confidence = "high", Source = "test", Months = 6, Amount = 20 }]) };
        Assert.IsType<TermNotOffered>(Assert.Single(Preview(short_, ("1", "A", SampleTown.Person)).Losses).Why);

        var secondary = SampleTown.Person.Living(SampleTown.Home("Hauptstraße", "1", ResidenceKind.Secondary));
        var open = SampleTown.Town.With(SampleTown.TownRules with { Residences = SampleTown.Known<IReadOnlyList<ResidenceKind>?>([ResidenceKind.Main, ResidenceKind.Secondary]) });
        Assert.Equal((1, 0), (Preview(open, ("1", "A", secondary)) is var report ? (report.Gains, report.Open) : default));
        Assert.Equal((0, 1), (Preview(SampleTown.Town, ("1", "A", secondary)) is var same ? (same.Gains, same.Open) : default));
    }

    [Fact]
    public void The_next_renewal_costs_more_or_less_by_these_euros()
    {
        var area = SampleTown.Town with { Fees = new FeeSchedule([new AreaFee { Id = "area", Confidence = "high", Source = "test", PerSquareMetrePerYear = 5, Base = 0, TermsMonths = [12] }]) };
        var large = SampleTown.Person.Driving(SampleTown.Car("GE-AB 123", length: 5_000, width: 2_000)); // 50.00 instead of 30.00
        var small = SampleTown.Person.Driving(SampleTown.Car("GE-AB 123", length: 2_000, width: 1_000)); // 10.00 instead of 30.00
        var report = Preview(area, ("1", "A", large), ("2", "A", large), ("3", "A", small));

        Assert.Equal(new FeeDifference(2, 1, 20, 20, 20), report.Fees);
    }

    [Theory, InlineData(1, 2.0, false), InlineData(1, 1.0, true), InlineData(2, 1.0, false), InlineData(0, 3.0, true)]
    public void More_permits_than_the_town_gives_for_its_spaces_are_warned_of(int spaces, double perSpace, bool oversold)
    {
        var zones = new ZoneMap([SampleTown.Zone("A", "Hauptstraße") with { Spaces = SampleTown.Known<int?>(spaces) }, SampleTown.Zone("B", "Nordweg")], allZonesListed: true);
        var after = (SampleTown.Town with { Zones = zones }).With(SampleTown.TownRules with { MostPermitsPerSpace = SampleTown.Known<decimal?>((decimal)perSpace) });
        var report = Preview(after, ("1", "A", SampleTown.Person), ("2", "A", SampleTown.Person));

        Assert.Equal(oversold, report.Zones.Single(zone => zone.Zone == "A").Oversold);
        Assert.False(report.Zones.Single(zone => zone.Zone == "B").Oversold);
    }

    [Fact]
    public void A_permit_without_kept_facts_is_counted_as_not_checked()
    {
        var preview = new RulePreview(SampleTown.Town, SampleTown.Town, Day);
        preview.Add("1", "A", null);
        Assert.Equal((1, 1, 1), (preview.Report() is var report ? (report.Permits, report.NotChecked, report.Zones.Single(zone => zone.Zone == "A").PermitsAfter) : default));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task The_preview_reads_the_permits_of_the_town_and_changes_nothing(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        var citizen = await town.CitizenAsync();
        await citizen.GetPermitAsync();
        var permit = await town.PermitOfAsync(citizen);
        await town.AddPermitAsync("GE-ZZ 9"); // without kept facts
        var shipped = town.Services.GetRequiredService<ShippedBook>().Book;
        var dearer = shipped with { Fees = [new FlatFee { Id = "new", Confidence = "demo", Source = "DEMO", Months = 12, Amount = 42, Demo = true }] };
        var draft = (await town.Services.GetRequiredService<DraftRuleBook>().ExecuteAsync(dearer, 0, "Probe", Actors.Management, Cancellation)).Value;

        var report = (await town.Services.GetRequiredService<PreviewRuleBook>().ExecuteAsync(draft.Number, null, Cancellation)).Value;

        Assert.Equal((2, 1, DateOnly.FromDateTime(town.Time.Now.Date).AddDays(1)), (report.Permits, report.NotChecked, report.Day));
        Assert.Equal(new FeeDifference(1, 0, 12, 12, 0), report.Fees);
        Assert.Equal(permit.Revision, (await town.PermitOfAsync(citizen)).Revision);
        Assert.IsType<RuleBookNotFound>((await town.Services.GetRequiredService<PreviewRuleBook>().ExecuteAsync(99, null, Cancellation)).Refusal);
    }

    private static PreviewReport Preview(ParkingFacts after, params (string Number, string Zone, PermitFacts Facts)[] permits)
    {
        var preview = new RulePreview(SampleTown.Town, after, Day);
        foreach (var (number, zone, facts) in permits)
            preview.Add(number, zone, DecisionFacts.Read(new DecisionFacts(facts, Year, null).Write()));
        return preview.Report();
    }
}
