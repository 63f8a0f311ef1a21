using System.Collections.Concurrent;

namespace Modellstadt.Registers;

/// <summary>A made-up town in memory: who lives where and keeps what. The same seed and the same changes give the same town.</summary>
internal sealed class DemoTown
{
    private readonly ConcurrentDictionary<ResidentId, Resident> residentOf;
    private readonly ILookup<DateOnly, ResidentId> bornOn;
    private readonly ConcurrentDictionary<ResidentId, IReadOnlyList<RegisteredVehicle>> vehiclesOf;
    private readonly ConcurrentDictionary<string, KeptVehicle> vehicleWith;

    private DemoTown(IReadOnlyList<Settler> settlers)
    {
        Persons = [.. settlers.Where(settler => settler.Person is not null).Select(settler => settler.Person!)];
        residentOf = new(settlers.ToDictionary(settler => settler.Resident.Id, settler => settler.Resident));
        bornOn = settlers.ToLookup(settler => settler.Resident.BirthDate, settler => settler.Resident.Id);
        vehiclesOf = new(settlers.ToDictionary(settler => settler.Resident.Id, settler => settler.Vehicles));
        vehicleWith = new(settlers.SelectMany(settler => settler.Vehicles.Select(vehicle => Kept(vehicle, settler.Resident.Id))).ToDictionary(kept => kept.PlateKey));
    }

    /// <summary>Everybody with an ID card and a story.</summary>
    public IReadOnlyList<DemoPerson> Persons { get; }

    /// <summary>Everybody in the register, the namesakes included.</summary>
    public IEnumerable<Resident> Residents => residentOf.Values;

    /// <summary>Builds the town of that seed with so many persons.</summary>
    public static DemoTown Build(int seed, int count, IReadOnlyList<DemoStreet> streets, string ags, string townName) =>
        new(new DemoSettlement(new DemoDice((ulong)seed), streets, ags, townName).Settle(count));

    /// <summary>A person by the register's key; null when there is none.</summary>
    public Resident? Find(ResidentId id) => residentOf.GetValueOrDefault(id);

    /// <summary>Everybody born on that day.</summary>
    public IEnumerable<Resident> BornOn(DateOnly day) => bornOn[day].Select(id => residentOf[id]);

    /// <summary>What a person keeps.</summary>
    public IReadOnlyList<RegisteredVehicle> VehiclesOf(ResidentId keeper) => vehiclesOf.GetValueOrDefault(keeper, []);

    /// <summary>The vehicle with a plate and its keeper; null when there is none.</summary>
    public KeptVehicle? FindVehicle(string plate) => vehicleWith.GetValueOrDefault(KeptVehicle.KeyOf(plate));

    /// <summary>Lets something happen to a person whom the town has.</summary>
    public void Happen(DemoChange change)
    {
        residentOf.AddOrUpdate(change.Resident, id => throw new InvalidOperationException($"Nobody in the demo town has the key {id}."), (_, person) => change.Change(person));
        if (change is { Kind: DemoChangeKind.VehicleGone, Vehicle: { } gone })
        {
            vehicleWith.TryRemove(KeptVehicle.KeyOf(gone.Plate), out _);
            vehiclesOf[change.Resident] = [.. VehiclesOf(change.Resident).Where(vehicle => vehicle.Plate != gone.Plate)];
        }
        else if (change is { Kind: DemoChangeKind.VehicleRegistered, Vehicle: { } bought })
        {
            vehicleWith[KeptVehicle.KeyOf(bought.Plate)] = Kept(bought, change.Resident);
            vehiclesOf[change.Resident] = [.. VehiclesOf(change.Resident), bought];
        }
    }

    private static KeptVehicle Kept(RegisteredVehicle vehicle, ResidentId person) =>
        vehicle.Keeper is KeeperKind.Private ? new KeptVehicle(vehicle, person, null) : new KeptVehicle(vehicle, null, person);

    /// <summary>A person in the registers, with the ID card when the demo hands it out.</summary>
    internal sealed record Settler(Resident Resident, IReadOnlyList<RegisteredVehicle> Vehicles, DemoPerson? Person);
}
