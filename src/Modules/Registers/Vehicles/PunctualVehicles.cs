using Microsoft.Extensions.Options;

namespace Modellstadt.Registers;

/// <summary>The vehicle register behind a deadline; what other modules get when they ask for it.</summary>
internal sealed class PunctualVehicles(IVehicleRegister vehicles, IOptions<RegistersOptions> options) : IVehicleRegister
{
    private readonly TimeSpan atMost = TimeSpan.FromMilliseconds(options.Value.TimeoutMilliseconds);

    public Task<RegisterAnswer<IReadOnlyList<RegisteredVehicle>>> FindByKeeperAsync(ResidentId keeper, CancellationToken cancellationToken) =>
        Deadline.AskAsync(inTime => vehicles.FindByKeeperAsync(keeper, inTime), atMost, cancellationToken);

    public Task<RegisterAnswer<KeptVehicle>> FindByPlateAsync(string plate, CancellationToken cancellationToken) =>
        Deadline.AskAsync(inTime => vehicles.FindByPlateAsync(plate, inTime), atMost, cancellationToken);
}
