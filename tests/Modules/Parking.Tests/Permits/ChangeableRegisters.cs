using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Registers;

namespace Modellstadt.Parking.Tests.Permits;

/// <summary>The demo registers, with what a test wants changed between two questions.</summary>
internal sealed class ChangeableRegisters(IResidentRegister residents, IVehicleRegister vehicles) : IResidentRegister, IVehicleRegister
{
    /// <summary>What the resident register says instead.</summary>
    public Func<Resident, Resident> Resident { get; set; } = resident => resident;

    /// <summary>What the vehicle register says instead.</summary>
    public Func<IReadOnlyList<RegisteredVehicle>, IReadOnlyList<RegisteredVehicle>> Vehicles { get; set; } = vehicles => vehicles;

    public static void Wrap(IServiceCollection services)
    {
        var (residents, vehicles) = (FactoryOf<IResidentRegister>(services), FactoryOf<IVehicleRegister>(services));
        services.AddSingleton(provider => new ChangeableRegisters((IResidentRegister)residents(provider), (IVehicleRegister)vehicles(provider)));
        services.AddSingleton<IResidentRegister>(provider => provider.GetRequiredService<ChangeableRegisters>());
        services.AddSingleton<IVehicleRegister>(provider => provider.GetRequiredService<ChangeableRegisters>());
    }

    public Task<RegisterAnswer<Resident>> FindAsync(ResidentQuery query, CancellationToken cancellationToken) => residents.FindAsync(query, cancellationToken);

    public async Task<RegisterAnswer<Resident>> ReadAsync(ResidentId id, CancellationToken cancellationToken) =>
        await residents.ReadAsync(id, cancellationToken) is RegisterAnswer<Resident>.Found(var found) ? new RegisterAnswer<Resident>.Found(Resident(found)) : new RegisterAnswer<Resident>.Unreachable();

    public async Task<RegisterAnswer<IReadOnlyList<RegisteredVehicle>>> FindByKeeperAsync(ResidentId keeper, CancellationToken cancellationToken) =>
        await vehicles.FindByKeeperAsync(keeper, cancellationToken) is RegisterAnswer<IReadOnlyList<RegisteredVehicle>>.Found(var found)
            ? new RegisterAnswer<IReadOnlyList<RegisteredVehicle>>.Found(Vehicles(found))
            : new RegisterAnswer<IReadOnlyList<RegisteredVehicle>>.Unreachable();

    private static Func<IServiceProvider, object> FactoryOf<T>(IServiceCollection services) => services.Last(service => service.ServiceType == typeof(T)).ImplementationFactory!;
}
