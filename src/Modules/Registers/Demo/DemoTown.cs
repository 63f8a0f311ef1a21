namespace Modellstadt.Registers;

/// <summary>A made-up town in memory: who lives where and keeps what. The same seed gives the same town.</summary>
internal sealed class DemoTown
{
    private readonly Dictionary<ResidentId, Resident> residentOf;
    private readonly ILookup<DateOnly, Resident> bornOn;
    private readonly Dictionary<ResidentId, IReadOnlyList<RegisteredVehicle>> vehiclesOf;
    private readonly Dictionary<string, KeptVehicle> vehicleWith;

    private DemoTown(IReadOnlyList<Settler> settlers)
    {
        Persons = [.. settlers.Where(settler => settler.Person is not null).Select(settler => settler.Person!)];
        residentOf = settlers.ToDictionary(settler => settler.Resident.Id, settler => settler.Resident);
        bornOn = settlers.Select(settler => settler.Resident).ToLookup(resident => resident.BirthDate);
        vehiclesOf = settlers.ToDictionary(settler => settler.Resident.Id, settler => settler.Vehicles);
        vehicleWith = settlers.SelectMany(settler => settler.Vehicles.Select(vehicle => Kept(vehicle, settler.Resident.Id))).ToDictionary(kept => kept.PlateKey);
    }

    /// <summary>Everybody with an ID card and a story.</summary>
    public IReadOnlyList<DemoPerson> Persons { get; }

    /// <summary>Everybody in the register, the namesakes included.</summary>
    public IReadOnlyCollection<Resident> Residents => residentOf.Values;

    /// <summary>Builds the town of that seed with so many persons.</summary>
    public static DemoTown Build(int seed, int count, IReadOnlyList<DemoStreet> streets, string ags, string townName) =>
        new(new DemoSettlement(new DemoDice((ulong)seed), streets, ags, townName).Settle(count));

    /// <summary>A person by the register's key; null when there is none.</summary>
    public Resident? Find(ResidentId id) => residentOf.GetValueOrDefault(id);

    /// <summary>Everybody born on that day.</summary>
    public IEnumerable<Resident> BornOn(DateOnly day) => bornOn[day];

    /// <summary>What a person keeps.</summary>
    public IReadOnlyList<RegisteredVehicle> VehiclesOf(ResidentId keeper) => vehiclesOf.GetValueOrDefault(keeper, []);

    /// <summary>The vehicle with a plate and its keeper; null when there is none.</summary>
    public KeptVehicle? FindVehicle(string plate) => vehicleWith.GetValueOrDefault(KeptVehicle.KeyOf(plate));

    private static KeptVehicle Kept(RegisteredVehicle vehicle, ResidentId person) =>
        vehicle.Keeper is KeeperKind.Private ? new KeptVehicle(vehicle, person, null) : new KeptVehicle(vehicle, null, person);

    /// <summary>A person in the registers, with the ID card when the demo hands it out.</summary>
    internal sealed record Settler(Resident Resident, IReadOnlyList<RegisteredVehicle> Vehicles, DemoPerson? Person);
}
