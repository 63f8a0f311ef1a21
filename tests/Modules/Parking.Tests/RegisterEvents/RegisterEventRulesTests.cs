using Modellstadt.Parking.Changes.Rules;
using Modellstadt.Parking.Facts;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.RegisterEvents;
using Modellstadt.Parking.Rules;
using Modellstadt.Parking.Tests.Rules;
using static Modellstadt.Parking.Tests.Rules.SampleTown;

namespace Modellstadt.Parking.Tests.RegisterEvents;

/// <summary>What follows for a permit when the registers tell something: from facts alone.</summary>
public sealed class RegisterEventRulesTests
{
    private static ParkingFacts Ruled => Town.With(SampleTown.TownRules with
    {
        EndsWithMoveOrSale = Known<bool?>(true), ChangeFees = Known<ChangeFees?>(new ChangeFees(15, 0, 15, 25)), Refund = Known<RefundRule?>(new RefundRule(2.5m, 1)),
    });

    private static ParkingFacts Unruled => Ruled.With(Ruled.Rules with { EndsWithMoveOrSale = NotFound<bool?>() });

    [Fact]
    public void Whoever_died_has_no_permit() => Assert.Equal(EndReason.Died, Ends(Decide(Person with { Resident = Erika with { Deceased = true } })));

    [Fact]
    public void A_death_that_was_corrected_meanwhile_ends_nothing() => Assert.IsType<EventConsequence.None>(Decide(Person));

    [Fact]
    public void Whoever_has_no_home_in_the_town_has_no_permit()
    {
        Assert.Equal(EndReason.MovedAway, Ends(Decide(Person.Living(Home("Allee", "1", ags: "05113000")))));
        Assert.Equal(EndReason.MovedAway, Ends(Decide(Person.Living(Home("Hauptstraße", "17a") with { Until = Day }))));
        Assert.IsType<EventConsequence.None>(Decide(Person.Living(Home("Hauptstraße", "17a") with { Until = Day.AddDays(1) })));
    }

    [Fact]
    public void Another_zone_is_proposed_and_the_same_zone_is_nothing_new()
    {
        Assert.Equal("B", Assert.IsType<EventConsequence.AsksHolder>(Decide(Person.Living(Home("Nordweg", "3")), ApplicationPurpose.ZoneSwap)).Proposal.ZoneId);
        Assert.IsType<EventConsequence.None>(Decide(Person.Living(Home("Hauptstraße", "99")), ApplicationPurpose.ZoneSwap));
    }

    [Fact]
    public void A_home_in_no_zone_ends_the_permit_where_the_town_says_so_and_is_a_clerks_case_elsewhere()
    {
        var moved = Person.Living(Home("Waldweg", "1"));
        Assert.Equal(EndReason.LeftZone, Ends(Decide(moved, ApplicationPurpose.ZoneSwap)));
        Assert.IsType<MovedElsewhere>(Assert.IsType<EventConsequence.AsksClerk>(Decide(moved, ApplicationPurpose.ZoneSwap, town: Unruled)).Reason);
    }

    [Fact]
    public void A_vehicle_that_is_gone_ends_the_permit_where_the_town_says_so()
    {
        Assert.Equal(EndReason.VehicleGone, Ends(Decide(Person.Driving(), gone: "GE-AB 123")));
        Assert.IsType<EventConsequence.None>(Decide(Person, gone: "GE-AB 123"));
        Assert.IsType<EventConsequence.None>(Decide(Person.Driving(), gone: "GE-XY 9"));
    }

    [Fact]
    public void A_vehicle_that_is_gone_is_a_clerks_case_where_the_town_says_nothing_and_a_note_where_it_says_no()
    {
        var end = Assert.IsType<EventConsequence.Ends>(Decide(Person.Driving(), gone: "GE-AB 123", town: Unruled));
        Assert.Equal((EndReason.VehicleGone, true), (end.Reason, end.NeedsClerk));
        Assert.True(Assert.IsType<EventConsequence.Keeps>(Decide(Person.Driving(), gone: "GE-AB 123", town: Unruled, plates: "GE-AB 123, GE-CD 4")).NeedsClerk);
        Assert.False(Decide(Person.Driving(), gone: "GE-AB 123").NeedsClerk);
        Assert.Equal("GE-AB 123", Assert.IsType<EventConsequence.Noted>(Decide(Person.Driving(), gone: "GE-AB 123", town: Ruled.With(Ruled.Rules with { EndsWithMoveOrSale = Known<bool?>(false) }))).Plate);
    }

    [Fact]
    public void Of_several_vehicles_only_the_one_that_is_gone_goes() =>
        Assert.Equal(["GE-CD 4"], Assert.IsType<EventConsequence.Keeps>(Decide(Person.Driving(), gone: "GE-AB 123", plates: "GE-AB 123, GE-CD 4")).Plates);

    /// <summary>30 € for a year from the day; 2.50 € stay with the office. A leap year and a turn of the year count months like others.</summary>
    [Theory]
    [InlineData("2026-11-23", "2026-11-23", 2500)]
    [InlineData("2026-11-23", "2026-12-22", 2500)]
    [InlineData("2026-11-23", "2026-12-31", 2250)]
    [InlineData("2026-11-23", "2027-01-01", 2250)]
    [InlineData("2028-01-31", "2028-02-29", 2500)]
    [InlineData("2028-01-31", "2028-03-01", 2250)]
    [InlineData("2027-01-31", "2027-02-28", 2500)]
    [InlineData("2026-11-23", "2027-11-22", 0)]
    public void Months_that_have_not_begun_come_back(string from, string day, long cents)
    {
        var term = Term(DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture), 1);
        Assert.Equal(cents, ChangeRules.CreditsFor(Ruled, [term], DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)).Sum(credit => credit.Cents));
    }

    [Fact]
    public void A_renewed_permit_gets_back_the_new_term_whole_and_the_rest_of_the_old_one()
    {
        PermitTerm[] terms = [Term(new(2026, 1, 1), 1), Term(new(2027, 1, 1), 2)];
        Assert.Equal([new(terms[0].FeeNoticeId, 250), new(terms[1].FeeNoticeId, 3000)], ChangeRules.CreditsFor(Ruled, terms, new(2026, 10, 31)));
        Assert.Empty(ChangeRules.CreditsFor(Ruled.With(Ruled.Rules with { Refund = NotFound<RefundRule?>() }), terms, new(2026, 10, 31)));
    }

    private static PermitTerm Term(DateOnly first, int notice) => new()
    {
        Id = Guid.Empty, PermitId = Guid.Empty, ValidFrom = first, ValidUntil = TermLength.LastDay(first, 12), AmountCents = 3000, FeeNoticeId = new Guid(notice, 0, 0, new byte[8]),
    };

    private static EndReason Ends(EventConsequence consequence) => Assert.IsType<EventConsequence.Ends>(consequence).Reason;

    private static EventConsequence Decide(PermitFacts facts, ApplicationPurpose purpose = ApplicationPurpose.Lapse, string? gone = null, ParkingFacts? town = null, string plates = "GE-AB 123") =>
        RegisterEventRules.Decide(town ?? Ruled, facts, Held(plates), purpose, gone);

    private static Permit Held(string plates) => new()
    {
        Id = Guid.Empty, Ags = Ags, PermitNumber = "GE-2026-000001", ResidentId = "r-1", Plates = plates, Zone = "A", ZoneName = "Zone A", ValidFrom = Day.AddMonths(-1), ValidUntil = Day.AddMonths(11),
        ApplicationId = Guid.Empty, FeeNoticeId = Guid.Empty, IssuedAt = DateTimeOffset.UnixEpoch, RuleVersion = "test", ChangedAt = DateTimeOffset.UnixEpoch,
    };
}
