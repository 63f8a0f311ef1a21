namespace Modellstadt.Registers;

/// <summary>A town that has connected no register yet: nothing is lost, everything waits.</summary>
internal sealed class UnconnectedRegisters : IResidentSource, IVehicleRegister
{
    public Task<RegisterAnswer<IReadOnlyList<Resident>>> BornOnAsync(DateOnly day, CancellationToken cancellationToken) => Silence<IReadOnlyList<Resident>>();

    public Task<RegisterAnswer<Resident>> ReadAsync(ResidentId id, CancellationToken cancellationToken) => Silence<Resident>();

    public Task<RegisterAnswer<IReadOnlyList<RegisteredVehicle>>> FindByKeeperAsync(ResidentId keeper, CancellationToken cancellationToken) =>
        Silence<IReadOnlyList<RegisteredVehicle>>();

    public Task<RegisterAnswer<KeptVehicle>> FindByPlateAsync(string plate, CancellationToken cancellationToken) => Silence<KeptVehicle>();

    private static Task<RegisterAnswer<T>> Silence<T>() => Task.FromResult<RegisterAnswer<T>>(new RegisterAnswer<T>.Unreachable());
}
