namespace Modellstadt.Registers;

/// <summary>The registers of the made-up town.</summary>
internal sealed class DemoRegisters(Lazy<DemoTown> town, DemoOutage outage) : IResidentSource, IVehicleRegister
{
    public Task<RegisterAnswer<IReadOnlyList<Resident>>> BornOnAsync(DateOnly day, CancellationToken cancellationToken) =>
        Answer<IReadOnlyList<Resident>>(outage.Resident, () => new RegisterAnswer<IReadOnlyList<Resident>>.Found([.. town.Value.BornOn(day)]));

    public Task<RegisterAnswer<Resident>> ReadAsync(ResidentId id, CancellationToken cancellationToken) =>
        Answer<Resident>(outage.Resident, () => town.Value.Find(id) is { } resident ? new RegisterAnswer<Resident>.Found(resident) : new RegisterAnswer<Resident>.NotFound());

    public Task<RegisterAnswer<IReadOnlyList<RegisteredVehicle>>> FindByKeeperAsync(ResidentId keeper, CancellationToken cancellationToken) =>
        Answer<IReadOnlyList<RegisteredVehicle>>(outage.Vehicle, () => new RegisterAnswer<IReadOnlyList<RegisteredVehicle>>.Found(town.Value.VehiclesOf(keeper)));

    public Task<RegisterAnswer<KeptVehicle>> FindByPlateAsync(string plate, CancellationToken cancellationToken) =>
        Answer<KeptVehicle>(outage.Vehicle, () => town.Value.FindVehicle(plate) is { } kept ? new RegisterAnswer<KeptVehicle>.Found(kept) : new RegisterAnswer<KeptVehicle>.NotFound());

    private static Task<RegisterAnswer<T>> Answer<T>(bool silent, Func<RegisterAnswer<T>> answer) =>
        Task.FromResult(silent ? new RegisterAnswer<T>.Unreachable() : answer());
}
