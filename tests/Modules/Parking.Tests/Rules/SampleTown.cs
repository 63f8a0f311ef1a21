using Modellstadt.Parking.Facts;
using Modellstadt.Parking.Fees;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Zones;
using Modellstadt.Registers;

namespace Modellstadt.Parking.Tests.Rules;

/// <summary>A small town with clear rules, a resident and her car: tests change the one thing they are about.</summary>
internal static class SampleTown
{
    public const string Ags = "05513000";

    public static readonly DateOnly Day = new(2026, 11, 23);

    /// <summary>Zone A is the whole Hauptstraße, zone B the Nordweg; a permit costs 20 € for six months and 30 € for a year.</summary>
    public static ParkingFacts Town => new()
    {
        Town = new TownFact(Ags, "Gelsenkirchen", Known<IReadOnlyList<string>>(["GE"]), TownRules),
        PlateDistricts = new HashSet<string> { "GE" },
        Zones = new ZoneMap([Zone("A", "Hauptstraße"), Zone("B", "Nordweg")], allZonesListed: true),
        Spaces = [],
        Fees = new FeeSchedule([new TermFee { Id = "terms", Confidence = "high", Source = "test", Terms = [new PricedTerm(6, 20), new PricedTerm(12, 30)] }]),
        Payee = null,
        Demo = false,
        Version = "test",
    };

    /// <summary>Main residence, one permit, one plate, no trailers, at most 5.25 m × 2 m; own spaces do not matter.</summary>
    public static EligibilityRules TownRules => new()
    {
        Residences = Known<IReadOnlyList<ResidenceKind>?>([ResidenceKind.Main]),
        PermitsPerPerson = Known<int?>(1),
        PlatesPerPermit = Known<int?>(1),
        OwnSpaceExcludes = Known<bool?>(false),
        Keeper = Known<IReadOnlyList<KeeperRule>?>([KeeperRule.Applicant]),
        ExcludedVehicleKinds = Known<IReadOnlyList<VehicleKind>?>([VehicleKind.Trailer]),
        MaxLengthMm = Known<int?>(5_250),
        MaxWidthMm = Known<int?>(2_000),
        TermsMonths = Known<IReadOnlyList<int>?>([6, 12]),
    };

    public static Resident Erika => new(
        new ResidentId("r-1"), new PersonName("Erika", "Mustermann"), new DateOnly(1964, 8, 12), [Home("Hauptstraße", "17a")], Deceased: false, Blocked: false);

    public static PermitFacts Person => new(Day, Erika, [Car("GE-AB 123")], Held: null);

    public static Sourced<T> Known<T>(T value) => new(value, "high", "test");

    public static Sourced<T> NotFound<T>() => new(default!, "none", "nicht gefunden");

    public static ParkingFacts With(this ParkingFacts facts, EligibilityRules rules) => facts with { Town = facts.Town with { Rules = rules } };

    public static PermitFacts Living(this PermitFacts facts, params Residence[] homes) => facts with { Resident = facts.Resident with { Residences = homes } };

    public static PermitFacts Driving(this PermitFacts facts, params RegisteredVehicle[] vehicles) => facts with { Vehicles = vehicles };

    public static Residence Home(string street, string house, ResidenceKind kind = ResidenceKind.Main, string ags = Ags) =>
        new(kind, new Address(street, HouseNumber.TryParse(house, out var number) ? number.Value : throw new ArgumentException(house), "45879", "Gelsenkirchen", ags), new DateOnly(2020, 1, 1), null);

    public static RegisteredVehicle Car(string plate, int length = 4_284, int width = 1_789) =>
        new(plate, VehicleKind.Car, "VW Golf", length, width, 1_456, KeeperKind.Private, "Erika Mustermann");

    public static ParkingZone Zone(string id, params string[] streets) => new()
    {
        Ags = Ags,
        ZoneId = id,
        Name = $"Zone {id}",
        Status = ZoneStatus.InForce,
        StreetListComplete = true,
        Streets = [.. streets.Select(street => new StreetRange { Name = street })],
        Confidence = "high",
        Source = "test",
    };
}
