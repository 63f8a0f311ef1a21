using Modellstadt.Kernel.Outcomes;
using Modellstadt.Parking.Changes;
using Modellstadt.Parking.Changes.Rules;
using Modellstadt.Parking.Facts;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Rules;
using Modellstadt.Parking.Zones;
using Modellstadt.Parking.Tests.Rules;
using static Modellstadt.Parking.Tests.Rules.SampleTown;

namespace Modellstadt.Parking.Tests.Changes;

/// <summary>What a holder may change, from facts alone: each rule once with the change that it allows, once with the one that it does not.</summary>
public sealed class ChangeRulesTests
{
    private static readonly PermitWish Renewal = PermitWish.Nothing with { Months = 12, NoOwnSpace = true };

    private static ParkingFacts RuledTown => Town.With(SampleTown.TownRules with
    {
        RenewalEarliest = Known<CalendarSpan?>(new CalendarSpan(0, 30)),
        ChangeFees = Known<ChangeFees?>(new ChangeFees(Plate: 15, TemporaryPlate: 0, Zone: 12, Replacement: null)),
        TemporaryPlateDays = Known<int?>(28),
        Refund = Known<RefundRule?>(new RefundRule(2.5m, 1)),
    });

    [Fact]
    public void A_renewal_begins_the_day_after_the_old_term_and_costs_what_the_term_costs()
    {
        var renewal = Assert.IsType<PermitChange.Renewal>(Decide(ApplicationPurpose.Renewal, Renewal).Value);

        Assert.Equal((30m, Day.AddDays(21), new DateOnly(2027, 12, 13)), (renewal.Euros, renewal.From, renewal.Until));
        Assert.False(renewal.NeedsClerk);
    }

    [Theory]
    [InlineData(30, null)]
    [InlineData(31, typeof(RenewalTooEarly))]
    [InlineData(0, null)]
    [InlineData(-1, typeof(PermitHasEnded))]
    public void A_permit_can_be_renewed_in_its_last_thirty_days_and_not_after_its_end(int daysLeft, Type? refusal) =>
        Assert.Equal(refusal, Decide(ApplicationPurpose.Renewal, Renewal, permit: Held(daysLeft)).Refusal?.GetType());

    [Fact]
    public void Where_the_town_has_not_said_when_to_renew_a_clerk_releases_it() =>
        Assert.True(Decide(ApplicationPurpose.Renewal, Renewal, RuledTown.With(RuledTown.Rules with { RenewalEarliest = NotFound<CalendarSpan?>() })).Value.NeedsClerk);

    [Fact]
    public void A_renewal_examines_person_home_zone_and_vehicle_anew()
    {
        Assert.IsType<NotResident>(Refusal(ApplicationPurpose.Renewal, Renewal, Person.Living()));
        Assert.IsType<PersonUnclear>(Refusal(ApplicationPurpose.Renewal, Renewal, Person with { Resident = Erika with { Deceased = true } }));
        Assert.IsType<PersonUnclear>(Refusal(ApplicationPurpose.Renewal, Renewal, Person with { Resident = Erika with { Blocked = true } }));
        Assert.IsType<OtherZoneNow>(Refusal(ApplicationPurpose.Renewal, Renewal, Person.Living(Home("Nordweg", "3"))));
        Assert.IsType<PlateGone>(Refusal(ApplicationPurpose.Renewal, Renewal, Person.Driving(Car("GE-NE 1"))));
        Assert.IsType<VehicleTooLarge>(Refusal(ApplicationPurpose.Renewal, Renewal, Person.Driving(Car("GE-AB 123", length: 6_000), Car("GE-NE 1"))));
        Assert.IsType<TermNotOffered>(Refusal(ApplicationPurpose.Renewal, Renewal with { Months = 7 }, Person));
        Assert.Null(Refusal(ApplicationPurpose.Renewal, Renewal, Person));
    }

    [Fact]
    public void Where_an_own_space_excludes_a_renewal_needs_the_statement_too()
    {
        var town = RuledTown.With(RuledTown.Rules with { OwnSpaceExcludes = Known<bool?>(true) });
        Assert.IsType<OwnSpace>(Decide(ApplicationPurpose.Renewal, Renewal with { NoOwnSpace = false }, town).Refusal);
        Assert.Null(Decide(ApplicationPurpose.Renewal, Renewal, town).Refusal);
    }

    [Fact]
    public void A_suspended_permit_cannot_be_changed()
    {
        var permit = Held(20);
        permit.State = PermitState.Suspended;
        Assert.IsType<PermitIsSuspended>(Decide(ApplicationPurpose.Renewal, Renewal, permit: permit).Refusal);
    }

    [Fact]
    public void Another_vehicle_of_the_holder_comes_onto_the_permit_for_the_towns_fee()
    {
        var facts = Person.Driving(Car("GE-AB 123"), Car("GE-NE 1"));

        var change = Assert.IsType<PermitChange.Plate>(Decide(ApplicationPurpose.PlateChange, Plates("GE-NE1"), facts: facts).Value);

        Assert.Equal((15m, "GE-NE 1"), (change.Euros, Permit.Line(change.Plates)));
        Assert.IsType<VehicleNotRegistered>(Refusal(ApplicationPurpose.PlateChange, Plates("GE-XX1"), facts));
        Assert.IsType<VehicleNotRegistered>(Refusal(ApplicationPurpose.PlateChange, Plates(), facts));
        Assert.IsType<TooManyPlates>(Refusal(ApplicationPurpose.PlateChange, Plates("GE-AB123", "GE-NE1"), facts));
        Assert.IsType<SamePlates>(Refusal(ApplicationPurpose.PlateChange, Plates("GE-AB123"), facts));
        Assert.IsType<OtherZoneNow>(Refusal(ApplicationPurpose.PlateChange, Plates("GE-NE1"), facts.Living(Home("Nordweg", "3"))));
    }

    [Fact]
    public void Where_the_town_allows_three_plates_they_alternate_on_one_permit()
    {
        var town = RuledTown.With(RuledTown.Rules with { PlatesPerPermit = Known<int?>(3) });
        var facts = Person.Driving(Car("GE-AB 123"), Car("GE-NE 1"), Car("GE-NE 2"), Car("GE-NE 3"));

        Assert.Equal(3, Assert.IsType<PermitChange.Plate>(Decide(ApplicationPurpose.PlateChange, Plates("GE-AB123", "GE-NE1", "GE-NE2"), town, facts).Value).Plates.Count);
        Assert.IsType<TooManyPlates>(Decide(ApplicationPurpose.PlateChange, Plates("GE-AB123", "GE-NE1", "GE-NE2", "GE-NE3"), town, facts).Refusal);
    }

    [Fact]
    public void Without_a_published_fee_a_clerk_names_what_a_change_costs()
    {
        var town = RuledTown.With(RuledTown.Rules with { ChangeFees = NotFound<ChangeFees?>() });
        var facts = Person.Driving(Car("GE-NE 1"));
        Assert.IsAssignableFrom<OfficeDecides>(Decide(ApplicationPurpose.PlateChange, Plates("GE-NE1"), town, facts).Refusal);

        var named = facts with { Findings = ClerkFindings.None.With(new FeeFound(0, 700) { By = Guid.Empty, At = DateTimeOffset.UnixEpoch }) };
        Assert.Equal(7, Decide(ApplicationPurpose.PlateChange, Plates("GE-NE1"), town, named).Value.Euros);
    }

    [Fact]
    public void After_a_move_the_zone_of_the_new_home_costs_the_towns_fee()
    {
        var change = Decide(ApplicationPurpose.ZoneSwap, PermitWish.Nothing, facts: Person.Living(Home("Nordweg", "3"))).Value;

        Assert.Equal((12m, "B"), (change.Euros, change.Proposal.ZoneId));
        Assert.IsType<SameZone>(Refusal(ApplicationPurpose.ZoneSwap, PermitWish.Nothing, Person));
        Assert.IsType<NotInAnyZone>(Refusal(ApplicationPurpose.ZoneSwap, PermitWish.Nothing, Person.Living(Home("Feldweg", "3"))));
    }

    [Fact]
    public void When_the_town_cut_the_zone_anew_the_swap_is_free_and_a_renewal_takes_it_along()
    {
        var recut = RuledTown with { Recuts = [new ZoneRecut("A", ["B"], Day.AddDays(-10), Day.AddDays(60), "high", "test")] };
        var facts = Person.Living(Home("Nordweg", "3"));

        Assert.Equal(0, Decide(ApplicationPurpose.ZoneSwap, PermitWish.Nothing, recut, facts).Value.Euros);
        Assert.Equal("B", Decide(ApplicationPurpose.Renewal, Renewal, recut, facts).Value.Proposal.ZoneId);
    }

    [Theory]
    [InlineData("GE-WS 77", 0, 20, null)]
    [InlineData("M-WS 7", 0, 0, null)] // Any German plate.
    [InlineData("nonsense", 0, 5, typeof(TemporaryPlateUnreadable))]
    [InlineData("GE-AB 123", 0, 5, typeof(SamePlates))]
    [InlineData("GE-WS 77", -1, 5, typeof(TemporaryDaysUnfit))]
    [InlineData("GE-WS 77", 5, 4, typeof(TemporaryDaysUnfit))]
    [InlineData("GE-WS 77", 0, 21, typeof(TemporaryDaysUnfit))] // Behind the end of the permit.
    public void A_temporary_plate_stands_in_for_days_of_the_permit(string plate, int from, int until, Type? refusal) =>
        Assert.Equal(refusal, Refusal(ApplicationPurpose.TemporaryPlate, Temporary(plate, Day.AddDays(from), Day.AddDays(until)), Person)?.GetType());

    [Fact]
    public void The_days_of_temporary_plates_are_limited_by_calendar_year()
    {
        var permit = Held(300);
        var (december, january) = (new DateOnly(2026, 12, 20), new DateOnly(2027, 1, 20));

        // 12 days of December and 20 of January: each year has its own 28.
        Assert.Null(Decide(ApplicationPurpose.TemporaryPlate, Temporary("GE-WS 77", december, january), permit: permit).Refusal);
        var tooMany = Decide(ApplicationPurpose.TemporaryPlate, Temporary("GE-WS 77", december, january.AddDays(9)), permit: permit).Refusal;
        Assert.Equal((2027, 28), (Assert.IsType<TooManyTemporaryDays>(tooMany).Year, ((TooManyTemporaryDays)tooMany).Left));

        permit.TemporaryPlates = TemporaryPlate.Write([new TemporaryPlate("GE-WS 77", "GE-WS77", december, january)]);
        Assert.IsType<TemporaryPlateTaken>(Decide(ApplicationPurpose.TemporaryPlate, Temporary("GE-WS 78", january, january), permit: permit).Refusal);
        Assert.Null(Decide(ApplicationPurpose.TemporaryPlate, Temporary("GE-WS 78", january.AddDays(1), january.AddDays(8)), permit: permit).Refusal);
        Assert.IsType<TooManyTemporaryDays>(Decide(ApplicationPurpose.TemporaryPlate, Temporary("GE-WS 78", january.AddDays(1), january.AddDays(9)), permit: permit).Refusal);
    }

    [Fact]
    public void Where_no_other_vehicle_may_stand_in_none_does() =>
        Assert.IsType<NoTemporaryPlates>(Decide(
            ApplicationPurpose.TemporaryPlate, Temporary("GE-WS 77", Day, Day), RuledTown.With(RuledTown.Rules with { TemporaryPlateDays = Known<int?>(0) })).Refusal);

    [Fact]
    public void A_return_brings_back_whole_months_of_each_term_and_the_office_keeps_its_share_once()
    {
        PermitTerm[] terms = [Term(Day, 12, 3000), Term(Day.AddMonths(12), 12, 3600)];

        Assert.Equal(11 * 250 + 3600 - 250, ChangeRules.CentsBack(RuledTown, terms, Day));
        Assert.Equal(0, ChangeRules.CentsBack(RuledTown, [Term(Day.AddMonths(-11), 12, 3000)], Day.AddDays(20)));
        Assert.Null(ChangeRules.CentsBack(RuledTown.With(RuledTown.Rules with { Refund = NotFound<RefundRule?>() }), terms, Day));
    }

    private static PermitWish Plates(params string[] keys) => PermitWish.Nothing with { PlateKeys = keys };

    private static PermitWish Temporary(string plate, DateOnly from, DateOnly until) => PermitWish.Nothing with { Temporary = new TemporaryPlateWish(plate, from, until) };

    private static PermitTerm Term(DateOnly first, int months, long cents) => new()
    {
        Id = Guid.Empty, PermitId = Guid.Empty, ValidFrom = first, ValidUntil = TermLength.LastDay(first, months), AmountCents = cents, FeeNoticeId = Guid.Empty,
    };

    private static Permit Held(int daysLeft) => new()
    {
        Id = Guid.Empty, Ags = Ags, PermitNumber = "GE-2026-000001", ResidentId = "r-1", Plates = "GE-AB 123", Zone = "A", ZoneName = "Zone A",
        ValidFrom = Day.AddMonths(-11), ValidUntil = Day.AddDays(daysLeft), ApplicationId = Guid.Empty, FeeNoticeId = Guid.Empty,
        IssuedAt = DateTimeOffset.UnixEpoch, RuleVersion = "test", ChangedAt = DateTimeOffset.UnixEpoch,
    };

    private static Outcome<PermitChange> Decide(ApplicationPurpose purpose, PermitWish wish, ParkingFacts? town = null, PermitFacts? facts = null, Permit? permit = null) =>
        ChangeRules.Decide(town ?? RuledTown, facts ?? Person, permit ?? Held(20), purpose, wish);

    private static Refusal? Refusal(ApplicationPurpose purpose, PermitWish wish, PermitFacts facts) => Decide(purpose, wish, facts: facts).Refusal;
}
