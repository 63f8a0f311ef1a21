using CsCheck;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Parking.Facts;
using Modellstadt.Parking.Fees;
using Modellstadt.Parking.Permits;
using static Modellstadt.Parking.Tests.Rules.SampleTown;

namespace Modellstadt.Parking.Tests.Rules;

/// <summary>The decision on what the citizen confirmed.</summary>
public sealed class DecisionTests
{
    private static readonly PermitWish Wish = new(["GE-AB123"], 12, NoOwnSpace: false);

    [Fact]
    public void What_was_offered_and_confirmed_is_granted()
    {
        var grant = PermitRules.Decide(Town, Person, Wish).Value;

        Assert.Equal(["GE-AB 123"], grant.Vehicles.Select(vehicle => vehicle.Plate));
        Assert.Equal(30, grant.Euros);
        Assert.Equal((Day, new DateOnly(2027, 11, 22)), (grant.ValidFrom, grant.ValidUntil));
    }

    [Fact]
    public void What_changed_since_the_offer_is_refused_like_the_offer()
    {
        Assert.IsType<SecondPermit>(Refusal(Town, Person with { Held = new HeldPermit("GE-2026-000001", Day) }, Wish));
        Assert.IsType<NotResident>(Refusal(Town, Person.Living(), Wish));
        Assert.IsType<VehicleNotRegistered>(Refusal(Town, Person.Driving(Car("GE-ZZ 9")), Wish));
    }

    [Fact]
    public void Where_an_own_space_excludes_the_statement_is_needed()
    {
        var town = Town.With(TownRules with { OwnSpaceExcludes = Known<bool?>(true) });
        Assert.IsType<OwnSpace>(Refusal(town, Person, Wish));
        Assert.Null(Refusal(town, Person, Wish with { NoOwnSpace = true }));
    }

    [Fact]
    public void A_vehicle_of_somebody_else_is_refused()
    {
        Assert.IsType<VehicleNotRegistered>(Refusal(Town, Person, Wish with { PlateKeys = ["GE-XX1"] }));
        Assert.IsType<VehicleNotRegistered>(Refusal(Town, Person, Wish with { PlateKeys = ["GE-AB123", "GE-XX1"] }));
        Assert.IsType<VehicleNotRegistered>(Refusal(Town, Person, Wish with { PlateKeys = [] }));
    }

    [Fact]
    public void Only_as_many_plates_as_the_town_allows_stand_on_a_permit()
    {
        var person = Person.Driving(Car("GE-AA 1"), Car("GE-AA 2"), Car("GE-AA 3"), Car("GE-AA 4"));
        var town = Town.With(TownRules with { PlatesPerPermit = Known<int?>(3) });

        Assert.Equal(new TooManyPlates(3), Refusal(town, person, Wish with { PlateKeys = ["GE-AA1", "GE-AA2", "GE-AA3", "GE-AA4"] }));
        Assert.Equal(3, PermitRules.Decide(town, person, Wish with { PlateKeys = ["GE-AA1", "GE-AA2", "GE-AA3"] }).Value.Vehicles.Count);
        Assert.Single(PermitRules.Decide(Town, person, Wish with { PlateKeys = ["GE-AA1", "GE-AA1"] }).Value.Vehicles);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(0)]
    [InlineData(-12)]
    [InlineData(int.MaxValue)]
    public void A_term_that_the_town_does_not_offer_is_refused(int months) =>
        Assert.Equal(new TermNotOffered(months), Refusal(Town, Person, Wish with { Months = months }));

    [Fact]
    public void A_permit_for_several_vehicles_costs_what_the_dearest_one_costs()
    {
        var town = Town.With(TownRules with { PlatesPerPermit = Known<int?>(2) }) with
        {
            Fees = new FeeSchedule([new AreaFee { Id = "area", Confidence = "high", Source = "test", PerSquareMetrePerYear = 30, Base = 15, TermsMonths = [12] }]),
        };
        var person = Person.Driving(Car("GE-AA 1", 4_284, 1_789), Car("GE-AA 2", 3_500, 1_600));

        Assert.Empty(PermitRules.Propose(town, person).Value.CommonTerms);
        Assert.Equal(244.92m, PermitRules.Decide(town, person, Wish with { PlateKeys = ["GE-AA2", "GE-AA1"] }).Value.Euros);
        Assert.Equal(183.00m, PermitRules.Decide(town, person, Wish with { PlateKeys = ["GE-AA2"] }).Value.Euros);
    }

    [Theory]
    [InlineData("2026-11-23", 12, "2027-11-22")]
    [InlineData("2026-11-01", 6, "2027-04-30")]
    [InlineData("2026-01-01", 1, "2026-01-31")]
    [InlineData("2026-01-31", 1, "2026-02-28")]
    [InlineData("2026-01-30", 1, "2026-02-28")]
    [InlineData("2026-01-29", 1, "2026-02-28")]
    [InlineData("2026-01-28", 1, "2026-02-27")]
    [InlineData("2028-01-31", 1, "2028-02-29")]
    [InlineData("2028-01-29", 1, "2028-02-28")]
    [InlineData("2026-08-31", 6, "2027-02-28")]
    [InlineData("2026-10-31", 6, "2027-04-30")]
    [InlineData("2028-02-29", 12, "2029-02-28")]
    [InlineData("2027-02-28", 12, "2028-02-27")]
    [InlineData("2027-03-01", 12, "2028-02-29")]
    public void A_term_ends_the_day_before_its_first_day_returns_or_with_the_month(string from, int months, string until) =>
        Assert.Equal(DateOnly.Parse(until), Grant(DateOnly.Parse(from), months).ValidUntil);

    [Fact]
    public void A_term_is_never_longer_than_its_months_and_never_ends_before_a_shorter_one() =>
        Gen.Select(Gen.Int[0, 1_500], Gen.Int[1, 35]).Sample((day, months) =>
        {
            var from = new DateOnly(2026, 1, 1).AddDays(day);
            var until = Grant(from, months).ValidUntil;
            return until <= from.AddMonths(months) && until >= from.AddMonths(months).AddDays(-1) && until < Grant(from, months + 1).ValidUntil;
        });

    private static PermitGrant Grant(DateOnly from, int months)
    {
        var town = Town.With(TownRules with { TermsMonths = NotFound<IReadOnlyList<int>?>() }) with
        {
            Fees = new FeeSchedule([new FlatFee { Id = "flat", Confidence = "high", Source = "test", Months = months, Amount = 30 }]),
        };
        return PermitRules.Decide(town, Person with { Day = from }, Wish with { Months = months }).Value;
    }

    private static Refusal? Refusal(ParkingFacts town, PermitFacts facts, PermitWish wish) => PermitRules.Decide(town, facts, wish).Refusal;
}
