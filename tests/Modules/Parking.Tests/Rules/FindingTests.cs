using Modellstadt.Kernel.Outcomes;
using Modellstadt.Parking.Facts;
using Modellstadt.Parking.Fees;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Zones;
using Modellstadt.Registers;
using static Modellstadt.Parking.Tests.Rules.SampleTown;

namespace Modellstadt.Parking.Tests.Rules;

/// <summary>What a clerk finds answers a question that the rules left open, and no other.</summary>
public sealed class FindingTests
{
    private static ParkingFacts ListsIncomplete => Town with { Zones = new ZoneMap([Zone("A", "Hauptstraße"), Zone("B", "Nordweg")], allZonesListed: false) };

    private static PermitFacts OfUnlistedStreet => Person.Living(Home("Waldweg", "3"));

    [Fact]
    public void A_zone_that_the_lists_leave_open_is_the_one_that_the_clerk_found()
    {
        Assert.IsType<AskOffice>(Propose(ListsIncomplete, OfUnlistedStreet).Refusal);
        Assert.Equal("B", Propose(ListsIncomplete, OfUnlistedStreet, new ZoneFound("Waldweg 3", "B") { By = Guid.Empty, At = default }).Value.ZoneId);
        Assert.IsType<NotInAnyZone>(Propose(ListsIncomplete, OfUnlistedStreet, new ZoneFound("Waldweg 3", null) { By = Guid.Empty, At = default }).Refusal);
    }

    [Fact]
    public void A_finding_about_another_address_or_another_vehicle_changes_nothing()
    {
        Assert.IsType<AskOffice>(Propose(ListsIncomplete, OfUnlistedStreet, new ZoneFound("Waldweg 5", "B") { By = Guid.Empty, At = default }).Refusal);
        Assert.IsType<CompanyVehicle>(Propose(Town, OfCompany, new VehicleAccepted("GE-ZZ 1") { By = Guid.Empty, At = default }).Refusal);
    }

    [Fact]
    public void A_finding_never_beats_a_rule_that_decides()
    {
        Assert.Equal("A", Propose(Town, Person, new ZoneFound("Hauptstraße 17a", "B") { By = Guid.Empty, At = default }).Value.ZoneId);
        Assert.IsType<VehicleTooLarge>(Propose(Town, Person.Driving(Car("GE-AB 123", length: 6_000)), new VehicleAccepted("GE-AB 123") { By = Guid.Empty, At = default }).Refusal);
        Assert.Equal([12, 6], Propose(Town, Person, new FeeFound(24, 100) { By = Guid.Empty, At = default }).Value.Months);
        Assert.IsType<PersonUnclear>(Propose(Town, Person with { Resident = Erika with { Deceased = true, Blocked = true } }, new PersonConfirmed { By = Guid.Empty, At = default }).Refusal);
    }

    [Fact]
    public void A_person_with_a_blocked_entry_goes_on_when_confirmed()
    {
        var blocked = Person with { Resident = Erika with { Blocked = true } };
        Assert.IsType<PersonUnclear>(Propose(Town, blocked).Refusal);
        Assert.Null(Propose(Town, blocked, new PersonConfirmed { By = Guid.Empty, At = default }).Refusal);
    }

    [Fact]
    public void A_company_car_and_a_plate_of_unknown_form_go_on_when_accepted()
    {
        var soldier = Person.Driving(Car("Y-123 456"));
        Assert.IsType<CompanyVehicle>(Propose(Town, OfCompany).Refusal);
        Assert.IsType<UnknownPlateForm>(Propose(Town, soldier).Refusal);
        Assert.Equal("GE-CO 1", Propose(Town, OfCompany, new VehicleAccepted("GE-CO 1") { By = Guid.Empty, At = default }).Value.Vehicles.Single().Plate);
        Assert.Equal("Y-123 456", Propose(Town, soldier, new VehicleAccepted("Y-123 456") { By = Guid.Empty, At = default }).Value.Vehicles.Single().Plate);
    }

    [Theory]
    [InlineData(true, "A")]
    [InlineData(false, null)]
    public void A_rule_that_was_not_found_is_answered_for_this_application(bool holds, string? zone)
    {
        var town = Town.With(TownRules with { Residences = NotFound<IReadOnlyList<ResidenceKind>?>() });
        var second = Person.Living(Home("Hauptstraße", "1", ResidenceKind.Secondary));
        Assert.Equal(OpenRule.SecondaryResidence, Assert.IsType<RuleUnknown>(Propose(town, second).Refusal).Rule);

        var answered = Propose(town, second, new RuleAnswered(OpenRule.SecondaryResidence, holds) { By = Guid.Empty, At = default });
        Assert.Equal(zone, answered.Refusal is null ? answered.Value.ZoneId : null);
        if (!holds)
            Assert.IsType<SecondaryResidence>(answered.Refusal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Whether_a_space_of_ones_own_excludes_can_be_answered(bool holds)
    {
        var town = Town.With(TownRules with { OwnSpaceExcludes = NotFound<bool?>() });
        Assert.Equal(OpenRule.OwnSpace, Assert.IsType<RuleUnknown>(Propose(town, Person).Refusal).Rule);
        Assert.Equal(holds, Propose(town, Person, new RuleAnswered(OpenRule.OwnSpace, holds) { By = Guid.Empty, At = default }).Value.OwnSpaceExcludes);
    }

    [Fact]
    public void A_fee_that_was_not_found_is_the_one_that_the_clerk_names()
    {
        ParkingFacts[] towns =
        [
            Town with { Fees = new FeeSchedule([]) },
            Town with { Fees = new FeeSchedule([new UnknownFee { Id = "unknown", Confidence = "none", Source = "test" }]) },
            Town with { Fees = new FeeSchedule([new FrameFee { Id = "frame", MinPerYear = 10, MaxPerYear = 30, Confidence = "high", Source = "test" }]) },
        ];
        foreach (var town in towns)
        {
            Assert.IsType<FeeUnknown>(Propose(town, Person).Refusal);
            Assert.Equal([new OfferedTerm(12, 30.70m)], Propose(town, Person, new FeeFound(12, 3_070) { By = Guid.Empty, At = default }).Value.CommonTerms);
        }
    }

    private static PermitFacts OfCompany => Person.Driving(Car("GE-CO 1") with { Keeper = KeeperKind.Company });

    private static Outcome<PermitProposal> Propose(ParkingFacts town, PermitFacts facts, params ClerkFinding[] findings) =>
        PermitRules.Propose(town, facts with { Findings = new ClerkFindings(findings) });
}
