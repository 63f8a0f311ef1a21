using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Kernel.Towns;

namespace Modellstadt.Registers;

/// <summary>Makes up what a wanted change leaves open: the new address, the car.</summary>
internal sealed class DemoHappenings(IOptions<TownOptions> town, RandomSource random, TownCalendar calendar)
{
    private const int LongestText = 100;

    private static readonly Address Elsewhere = new("Demo-Hellweg", new HouseNumber(12, ""), "44787", "Bochum", "05911000");
    private static readonly Address ElsewhereStill = new("Demo-Ruhrallee", new HouseNumber(7, ""), "45128", "Essen", "05113000");

    /// <summary>The change with everything it needs; null when it cannot happen to this person.</summary>
    public DemoChange? Imagine(Resident person, ChangeDemoTown.Wanted wanted, DemoTown demo)
    {
        var change = new DemoChange(random.NewId(), wanted.Change, person.Id, calendar.Today, null, null, null);
        return wanted.Change switch
        {
            _ when person.Deceased => null,
            DemoChangeKind.MovedWithin => NewHome(person, wanted) is { } home ? change with { Address = home } : null,
            DemoChangeKind.MovedAway => change with { Address = Elsewhere.Ags == town.Value.Ags ? ElsewhereStill : Elsewhere },
            DemoChangeKind.NameChanged => wanted.FamilyName is { Length: > 0 and <= LongestText } name && NameCharacters.FirstUnknown(name) is null ? change with { FamilyName = name } : null,
            DemoChangeKind.VehicleGone => Kept(person, wanted, demo) is { } gone ? change with { Vehicle = gone } : null,
            DemoChangeKind.VehicleRegistered => NewCar(person, wanted, demo) is { } bought ? change with { Vehicle = bought } : null,
            _ => change,
        };
    }

    private Address? NewHome(Resident person, ChangeDemoTown.Wanted wanted)
    {
        var before = person.MainResidenceOn(calendar.Today)?.Address;
        var streets = DemoStreets.Read(town.Value.FactsDirectory, town.Value.Ags);
        if (wanted.Street is null)
        {
            DemoStreet[] others = [.. streets.Where(street => street.Place is DemoPlace.Zone && street.Name != before?.Street)];
            var chosen = others[random.NextInt(others.Length)];
            return new Address(chosen.Name, new HouseNumber(chosen.From, ""), chosen.PostalCode, town.Value.Name, town.Value.Ags);
        }

        return wanted.Street.Length <= LongestText && HouseNumber.TryParse(wanted.HouseNumber, out var number)
            ? new Address(wanted.Street, number.Value, streets.FirstOrDefault(street => street.Name == wanted.Street)?.PostalCode ?? before?.PostalCode ?? "00000", town.Value.Name, town.Value.Ags)
            : null;
    }

    private static RegisteredVehicle? Kept(Resident person, ChangeDemoTown.Wanted wanted, DemoTown demo) =>
        demo.VehiclesOf(person.Id).FirstOrDefault(vehicle => wanted.Plate is null || KeptVehicle.KeyOf(vehicle.Plate) == KeptVehicle.KeyOf(wanted.Plate));

    private static RegisteredVehicle? NewCar(Resident person, ChangeDemoTown.Wanted wanted, DemoTown demo) =>
        wanted.Plate is { Length: > 0 and <= 12 } plate && demo.FindVehicle(plate) is null
            ? new RegisteredVehicle(plate, VehicleKind.Car, "Volkswagen Golf", 4284, 1789, 1491, KeeperKind.Private, person.Name.Display)
            : null;
}
