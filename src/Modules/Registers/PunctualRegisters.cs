using Microsoft.Extensions.Options;

namespace Modellstadt.Registers;

/// <summary>The registers behind a deadline; what other modules get when they ask for a register.</summary>
internal sealed class PunctualRegisters(IResidentRegister residents, IVehicleRegister vehicles, IOptions<RegistersOptions> options) : IResidentRegister, IVehicleRegister
{
    private readonly TimeSpan atMost = TimeSpan.FromMilliseconds(options.Value.TimeoutMilliseconds);

    public Task<RegisterAnswer<Resident>> FindAsync(ResidentQuery query, CancellationToken cancellationToken) =>
        Deadline.AskAsync(inTime => residents.FindAsync(query, inTime), atMost, cancellationToken);

    public Task<RegisterAnswer<Resident>> ReadAsync(ResidentId id, CancellationToken cancellationToken) =>
        Deadline.AskAsync(inTime => residents.ReadAsync(id, inTime), atMost, cancellationToken);

    public Task<RegisterAnswer<IReadOnlyList<RegisteredVehicle>>> FindByKeeperAsync(ResidentId keeper, CancellationToken cancellationToken) =>
        Deadline.AskAsync(inTime => vehicles.FindByKeeperAsync(keeper, inTime), atMost, cancellationToken);

    public Task<RegisterAnswer<KeptVehicle>> FindByPlateAsync(string plate, CancellationToken cancellationToken) =>
        Deadline.AskAsync(inTime => vehicles.FindByPlateAsync(plate, inTime), atMost, cancellationToken);
}
