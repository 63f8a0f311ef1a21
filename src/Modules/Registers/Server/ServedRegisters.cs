using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Modellstadt.Registers;

/// <summary>The resident register behind a server.</summary>
internal sealed class ServedResidents(IOptions<RegistersOptions> options, TimeProvider time, ILogger<ServedResidents> log) : IResidentSource, IDisposable
{
    private readonly RegisterServer server = new("residents", options.Value.Residents, time, log);

    /// <summary>For whoever follows its changes.</summary>
    public RegisterServer Server => server;

    public Task<RegisterAnswer<IReadOnlyList<Resident>>> BornOnAsync(DateOnly day, CancellationToken cancellationToken) =>
        server.AskAsync<WireResidents, IReadOnlyList<Resident>>("residents/born-on", new { BirthDate = day }, born => [.. born.Residents.Select(resident => resident.Read())], cancellationToken);

    public Task<RegisterAnswer<Resident>> ReadAsync(ResidentId id, CancellationToken cancellationToken) =>
        server.AskAsync<WireResident, Resident>("residents/read", new { ResidentId = id.Value }, resident => resident.Read(), cancellationToken);

    public void Dispose() => server.Dispose();
}

/// <summary>The vehicle register behind a server.</summary>
internal sealed class ServedVehicles(IOptions<RegistersOptions> options, TimeProvider time, ILogger<ServedVehicles> log) : IVehicleRegister, IDisposable
{
    private readonly RegisterServer server = new("vehicles", options.Value.Vehicles, time, log);

    /// <summary>For whoever follows its changes.</summary>
    public RegisterServer Server => server;

    public Task<RegisterAnswer<IReadOnlyList<RegisteredVehicle>>> FindByKeeperAsync(ResidentId keeper, CancellationToken cancellationToken) =>
        server.AskAsync<WireVehicles, IReadOnlyList<RegisteredVehicle>>(
            "vehicles/of-person", new { ResidentId = keeper.Value }, kept => [.. kept.Vehicles.Select(vehicle => vehicle.Read().Vehicle)], cancellationToken);

    public Task<RegisterAnswer<KeptVehicle>> FindByPlateAsync(string plate, CancellationToken cancellationToken) =>
        server.AskAsync<WireVehicle, KeptVehicle>("vehicles/with-plate", new { Plate = plate }, vehicle => vehicle.Read(), cancellationToken);

    public void Dispose() => server.Dispose();
}
