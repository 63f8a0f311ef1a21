using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Registers;

namespace Modellstadt.Parking.Tests.Permits;

/// <summary>The demo registers, with what a test wants changed between two questions.</summary>
internal sealed class ChangeableRegisters(IResidentRegister residents, IVehicleRegister vehicles) : IResidentRegister, IVehicleRegister
{
    private readonly ConcurrentDictionary<ResidentId, Func<Resident, Resident>> changedResidents = new();
    private readonly ConcurrentDictionary<ResidentId, Func<IReadOnlyList<RegisteredVehicle>, IReadOnlyList<RegisteredVehicle>>> changedVehicles = new();

    /// <summary>What the resident register says of a person from now on.</summary>
    public void Change(ResidentId person, Func<Resident, Resident> change) => changedResidents[person] = change;

    /// <summary>Which vehicles the vehicle register knows of a person from now on.</summary>
    public void Change(ResidentId person, Func<IReadOnlyList<RegisteredVehicle>, IReadOnlyList<RegisteredVehicle>> change) => changedVehicles[person] = change;

    public static void Wrap(IServiceCollection services)
    {
        var (residents, vehicles) = (FactoryOf<IResidentRegister>(services), FactoryOf<IVehicleRegister>(services));
        services.AddSingleton(provider => new ChangeableRegisters((IResidentRegister)residents(provider), (IVehicleRegister)vehicles(provider)));
        services.AddSingleton<IResidentRegister>(provider => provider.GetRequiredService<ChangeableRegisters>());
        services.AddSingleton<IVehicleRegister>(provider => provider.GetRequiredService<ChangeableRegisters>());
    }

    public Task<RegisterAnswer<Resident>> FindAsync(ResidentQuery query, CancellationToken cancellationToken) => residents.FindAsync(query, cancellationToken);

    public async Task<RegisterAnswer<IReadOnlyList<ComparedResident>>> CompareAsync(ResidentQuery query, CancellationToken cancellationToken) =>
        Changed(await residents.CompareAsync(query, cancellationToken), near => [.. near.Select(each => each with { Resident = changedResidents.GetValueOrDefault(each.Resident.Id)?.Invoke(each.Resident) ?? each.Resident })]);

    public async Task<RegisterAnswer<Resident>> ReadAsync(ResidentId id, CancellationToken cancellationToken) =>
        Changed(await residents.ReadAsync(id, cancellationToken), changedResidents.GetValueOrDefault(id));

    public async Task<RegisterAnswer<IReadOnlyList<RegisteredVehicle>>> FindByKeeperAsync(ResidentId keeper, CancellationToken cancellationToken) =>
        Changed(await vehicles.FindByKeeperAsync(keeper, cancellationToken), changedVehicles.GetValueOrDefault(keeper));

    public Task<RegisterAnswer<KeptVehicle>> FindByPlateAsync(string plate, CancellationToken cancellationToken) => vehicles.FindByPlateAsync(plate, cancellationToken);

    private static RegisterAnswer<T> Changed<T>(RegisterAnswer<T> answer, Func<T, T>? change) =>
        change is not null && answer is RegisterAnswer<T>.Found(var found) ? new RegisterAnswer<T>.Found(change(found)) : answer;

    private static Func<IServiceProvider, object> FactoryOf<T>(IServiceCollection services) => services.Last(service => service.ServiceType == typeof(T)).ImplementationFactory!;
}
