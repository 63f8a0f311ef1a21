using Modellstadt.Kernel.Outcomes;
using Modellstadt.Parking.Facts;
using Modellstadt.Parking.Fees;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Zones;
using Modellstadt.Registers;
using static Modellstadt.Parking.Tests.Rules.SampleTown;

namespace Modellstadt.Parking.Tests.Rules;

/// <summary>What the town offers a person before anything is confirmed.</summary>
public sealed class ProposalTests
{
    [Fact]
    public void A_resident_with_a_car_is_offered_zone_vehicle_terms_and_fees()
    {
        var proposal = PermitRules.Propose(Town, Person).Value;

        Assert.Equal(("A", "Zone A"), (proposal.ZoneId, proposal.ZoneName));
        Assert.Equal(new Addressee("Erika Mustermann", "Hauptstraße 17a", "45879", "Gelsenkirchen"), proposal.Addressee);
        var vehicle = Assert.Single(proposal.Vehicles);
        Assert.Equal(("GE-AB 123", "GE-AB123", "VW Golf"), (vehicle.Plate, vehicle.Key, vehicle.TradeName));
        Assert.Equal([new OfferedTerm(12, 30), new OfferedTerm(6, 20)], vehicle.Terms);
        Assert.Equal((1, false, "terms", false), (proposal.MostPlates, proposal.OwnSpaceExcludes, proposal.FeeRuleId, proposal.Demo));
        Assert.Null(proposal.SpaceNotice);
    }

    [Fact]
    public void A_blocked_or_deceased_person_is_for_the_office()
    {
        Assert.IsType<PersonUnclear>(Refusal(Town, Person with { Resident = Erika with { Blocked = true } }));
        Assert.IsType<PersonUnclear>(Refusal(Town, Person with { Resident = Erika with { Deceased = true } }));
    }

    [Fact]
    public void A_second_permit_is_refused_and_the_first_one_named() =>
        Assert.Equal(new SecondPermit("GE-2026-000001", Day), Refusal(Town, Person with { Held = new HeldPermit("GE-2026-000001", Day) }));

    [Fact]
    public void Whoever_does_not_live_in_the_town_gets_no_permit()
    {
        Assert.IsType<NotResident>(Refusal(Town, Person.Living()));
        Assert.IsType<NotResident>(Refusal(Town, Person.Living(Home("Hauptstraße", "1", ags: "05334002"))));
    }

    [Fact]
    public void A_home_counts_from_the_day_of_moving_in_until_the_day_of_moving_out()
    {
        var home = Home("Hauptstraße", "1");
        Assert.Null(Refusal(Town, Person.Living(home with { Since = Day })));
        Assert.IsType<NotResident>(Refusal(Town, Person.Living(home with { Since = Day.AddDays(1) })));
        Assert.IsType<NotResident>(Refusal(Town, Person.Living(home with { Until = Day })));
        Assert.Null(Refusal(Town, Person.Living(home with { Until = Day.AddDays(1) })));
    }

    [Fact]
    public void A_secondary_home_counts_where_the_town_says_so()
    {
        var person = Person.Living(Home("Hauptstraße", "1", ResidenceKind.Secondary));
        Assert.IsType<SecondaryResidence>(Refusal(Town, person));
        Assert.Null(Refusal(Town.With(TownRules with { Residences = Both }), person));
    }

    [Fact]
    public void Of_two_homes_that_count_the_main_one_comes_first()
    {
        var person = Person.Living(Home("Nordweg", "1", ResidenceKind.Secondary), Home("Hauptstraße", "1"));
        Assert.Equal("A", PermitRules.Propose(Town.With(TownRules with { Residences = Both }), person).Value.ZoneId);
    }

    [Fact]
    public void A_secondary_home_in_a_zone_helps_when_the_main_one_is_in_none()
    {
        var town = Town.With(TownRules with { Residences = Both });
        Assert.Equal("B", PermitRules.Propose(town, Person.Living(Home("Waldweg", "1"), Home("Nordweg", "1", ResidenceKind.Secondary))).Value.ZoneId);
        Assert.Equal(new NotInAnyZone("Waldweg 1"), Refusal(town, Person.Living(Home("Seeweg", "2", ResidenceKind.Secondary), Home("Waldweg", "1"))));
    }

    [Fact]
    public void The_refusal_says_how_the_address_misses_the_zone()
    {
        var zones = new ZoneMap([Zone("A") with { Streets = [new StreetRange { Name = "Hauptstraße", From = new HouseNumber(1, ""), To = new HouseNumber(9, "") }] }], allZonesListed: true);

        Assert.Equal(new OutsideNumbers("Hauptstraße", "17a"), Refusal(Town with { Zones = zones }, Person));
        Assert.Equal(new NotInAnyZone("Waldweg 3"), Refusal(Town with { Zones = zones }, Person.Living(Home("Waldweg", "3"))));
        Assert.Equal(new AskOffice(OpenQuestion.StreetListIncomplete), Refusal(Town with { Zones = new ZoneMap([], allZonesListed: false) }, Person));
    }

    [Fact]
    public void Spaces_at_the_door_that_belong_to_another_zone_are_named()
    {
        var space = new SpaceAssignment
        {
            Ags = Ags, Street = "Hauptstr.", From = new HouseNumber(1, ""), To = new HouseNumber(20, ""), AddressZone = "A", SpaceZone = "S", Detail = "vier Stellplätze",
        };
        Assert.Equal(new SpaceNotice("vier Stellplätze", "S"), PermitRules.Propose(Town with { Spaces = [space] }, Person).Value.SpaceNotice);
        Assert.Null(PermitRules.Propose(Town with { Spaces = [space with { To = new HouseNumber(16, "") }] }, Person).Value.SpaceNotice);
    }

    [Fact]
    public void Without_a_vehicle_there_is_no_permit() => Assert.IsType<NoVehicle>(Refusal(Town, Person.Driving()));

    [Fact]
    public void A_company_car_needs_a_paper() =>
        Assert.Equal(new CompanyVehicle("GE-AB 123"), Refusal(Town, Person.Driving(Car("GE-AB 123") with { Keeper = KeeperKind.Company })));

    [Fact]
    public void A_town_that_only_takes_papers_decides_nothing_by_itself() =>
        Assert.IsType<CompanyVehicle>(Refusal(Town.With(TownRules with { Keeper = Known<IReadOnlyList<KeeperRule>?>([KeeperRule.PermanentUse]) }), Person));

    [Fact]
    public void A_kind_of_vehicle_that_the_town_excludes_is_refused() =>
        Assert.Equal(new VehicleNotAllowed("GE-AB 123"), Refusal(Town, Person.Driving(Car("GE-AB 123") with { Kind = VehicleKind.Trailer })));

    [Theory]
    [InlineData(5_250, 2_000, true)]
    [InlineData(5_251, 2_000, false)]
    [InlineData(5_250, 2_001, false)]
    public void A_vehicle_may_be_as_long_and_as_wide_as_the_town_allows(int length, int width, bool allowed) =>
        Assert.Equal(allowed ? null : new VehicleTooLarge("GE-AB 123", 5_250, 2_000), Refusal(Town, Person.Driving(Car("GE-AB 123", length, width))));

    [Fact]
    public void Only_vehicles_that_get_a_permit_are_offered()
    {
        var person = Person.Driving(
            Car("GE-AA 1") with { Keeper = KeeperKind.Company }, Car("GE-AA 2", length: 6_000), Car("GE-AA 3"), Car("0-17-1"), Car("GE-AA 4") with { Kind = VehicleKind.Trailer });
        Assert.Equal(["GE-AA 3"], PermitRules.Propose(Town, person).Value.Vehicles.Select(vehicle => vehicle.Plate));
    }

    [Fact]
    public void A_plate_of_unknown_form_is_named() => Assert.Equal(new UnknownPlateForm("0-17-1"), Refusal(Town, Person.Driving(Car("0-17-1"))));

    [Fact]
    public void A_vehicle_whose_size_is_not_known_does_not_stand_in_the_way_of_another_one()
    {
        var town = Town with { Fees = new FeeSchedule([new AreaFee { Id = "area", Confidence = "high", Source = "test", PerSquareMetrePerYear = 30, Base = 15, TermsMonths = [6, 12] }]) };

        Assert.Equal(["GE-AA 2"], PermitRules.Propose(town, Person.Driving(Car("GE-AA 1", length: 0), Car("GE-AA 2"))).Value.Vehicles.Select(vehicle => vehicle.Plate));
        Assert.IsType<FeeUnknown>(Refusal(town, Person.Driving(Car("GE-AA 1", length: 0))));
    }

    [Fact]
    public void Only_terms_that_the_town_offers_are_shown()
    {
        Assert.Equal([12], TermsOf(Town.With(TownRules with { TermsMonths = Known<IReadOnlyList<int>?>([12, 24]) })));
        Assert.Equal([12, 6], TermsOf(Town.With(TownRules with { TermsMonths = NotFound<IReadOnlyList<int>?>() })));
        Assert.IsType<FeeUnknown>(Refusal(Town.With(TownRules with { TermsMonths = Known<IReadOnlyList<int>?>([3]) }), Person));
    }

    [Fact]
    public void A_fee_that_is_not_known_is_for_the_office()
    {
        FeeRule[] unknown =
        [
            new UnknownFee { Id = "unknown", Confidence = "none", Source = "nicht gefunden" },
            new FrameFee { Id = "frame", Confidence = "high", Source = "test", MinPerYear = 10.2m, MaxPerYear = 30.7m },
        ];
        Assert.All(unknown, fee => Assert.IsType<FeeUnknown>(Refusal(Town with { Fees = new FeeSchedule([fee]) }, Person)));
        Assert.IsType<FeeUnknown>(Refusal(Town with { Fees = new FeeSchedule([]) }, Person));
    }

    [Fact]
    public void The_fee_is_the_one_of_the_day()
    {
        var town = Town with { Fees = new FeeSchedule([Flat("old", 30) with { ValidTo = Day }, Flat("new", 120) with { ValidFrom = Day.AddDays(1) }]) };
        Assert.Equal("old", PermitRules.Propose(town, Person).Value.FeeRuleId);
        Assert.Equal("new", PermitRules.Propose(town, Person with { Day = Day.AddDays(1) }).Value.FeeRuleId);
    }

    [Fact]
    public void A_rule_that_was_not_found_is_for_the_office()
    {
        EligibilityRules[] unknown =
        [
            TownRules with { Residences = NotFound<IReadOnlyList<ResidenceKind>?>() },
            TownRules with { OwnSpaceExcludes = NotFound<bool?>() },
            TownRules with { Keeper = NotFound<IReadOnlyList<KeeperRule>?>() },
        ];
        Assert.All(unknown, rules => Assert.IsType<RuleUnknown>(Refusal(Town.With(rules), Person)));
    }

    [Fact]
    public void Without_a_known_list_of_vehicles_only_cars_get_a_permit_by_themselves()
    {
        var town = Town.With(TownRules with { ExcludedVehicleKinds = NotFound<IReadOnlyList<VehicleKind>?>() });
        Assert.Null(Refusal(town, Person));
        Assert.IsType<RuleUnknown>(Refusal(town, Person.Driving(Car("GE-AB 123") with { Kind = VehicleKind.Motorhome })));
    }

    [Fact]
    public void Without_a_known_number_one_plate_stands_on_a_permit_and_without_a_limit_every_size_is_welcome()
    {
        var town = Town.With(TownRules with { PlatesPerPermit = NotFound<int?>(), MaxLengthMm = NotFound<int?>(), MaxWidthMm = NotFound<int?>() });
        Assert.Equal(1, PermitRules.Propose(town, Person.Driving(Car("GE-AB 123", 9_000, 2_500))).Value.MostPlates);
    }

    [Fact]
    public void A_made_up_fact_marks_the_whole_offer()
    {
        ParkingFacts[] towns =
        [
            Town with { Demo = true },
            Town with { Fees = new FeeSchedule([Flat("demo", 30) with { Demo = true }]) },
            Town with { Zones = new ZoneMap([Zone("A", "Hauptstraße") with { Demo = true }], allZonesListed: true) },
        ];
        Assert.All(towns, town => Assert.True(PermitRules.Propose(town, Person).Value.Demo));
    }

    private static Sourced<IReadOnlyList<ResidenceKind>?> Both => Known<IReadOnlyList<ResidenceKind>?>([ResidenceKind.Main, ResidenceKind.Secondary]);

    private static FlatFee Flat(string id, decimal euros) => new() { Id = id, Confidence = "high", Source = "test", Months = 12, Amount = euros };

    private static Refusal? Refusal(ParkingFacts town, PermitFacts facts) => PermitRules.Propose(town, facts).Refusal;

    private static IEnumerable<int> TermsOf(ParkingFacts town) => PermitRules.Propose(town, Person).Value.CommonTerms.Select(term => term.Months);
}
