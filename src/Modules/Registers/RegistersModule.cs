using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Events;
using Modellstadt.Kernel.Modules;
using Modellstadt.Kernel.Storage;
using Modellstadt.Kernel.Towns;

namespace Modellstadt.Registers;

/// <summary>Doors to the resident and vehicle registers, and the demo registers behind them.</summary>
public sealed class RegistersModule : IModule
{
    /// <inheritdoc />
    public static string Name => "registers";

    /// <inheritdoc />
    public static void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<RegistersOptions>().Bind(configuration.GetSection("Registers")).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<RegistersOptions>, DoorsFit>();
        services.AddModuleDb<RegistersDb>(Name);
        services.AddSingleton<RegisterChanges>();
        services.AddSingleton<IOutboxReceiver<RegistersDb>, DeliverChange>();
        services.AddHealthChecks().AddCheck<RegistersHealth>("register-exports");
        AddDemo(services);
        AddFiles(services);
        AddServers(services);
        services.AddSingleton<IResidentRegister>(provider => new PunctualResidents(Residents(provider), Options(provider)));
        services.AddSingleton<IVehicleRegister>(provider => new PunctualVehicles(Vehicles(provider), Options(provider)));
    }

    /// <inheritdoc />
    public static void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        SwitchOutage.Map(endpoints);
        ChangeDemoTown.Map(endpoints);
        ReadRegisterState.Map(endpoints);
    }

    private static void AddDemo(IServiceCollection services)
    {
        services.AddSingleton<DemoOutage>();
        services.AddSingleton(BuildDemoTown);
        services.AddSingleton(provider => new DemoPersons(() => IsDemo(provider) ? provider.GetRequiredService<Lazy<DemoTown>>().Value.Persons : []));
        services.AddSingleton<DemoRegisters>();
        services.AddSingleton<DemoHappenings>();
        services.AddSingleton<ChangeDemoTown>();
        services.AddHostedService<ReplayDemoChanges>();
    }

    private static void AddFiles(IServiceCollection services)
    {
        services.AddSingleton<ResidentExport>().AddSingleton<VehicleExport>();
        services.AddSingleton<IExport<Resident, StoredResident>>(provider => provider.GetRequiredService<ResidentExport>());
        services.AddSingleton<IExport<KeptVehicle, StoredVehicle>>(provider => provider.GetRequiredService<VehicleExport>());
        services.AddSingleton<TakeOverExport<Resident, StoredResident>>().AddSingleton<TakeOverExport<KeptVehicle, StoredVehicle>>();
        services.AddSingleton<FiledResidents>().AddSingleton<FiledVehicles>();
        services.AddHostedService<TakeOverRounds>();
    }

    private static void AddServers(IServiceCollection services)
    {
        services.AddSingleton<ServedResidents>().AddSingleton<ServedVehicles>().AddSingleton<FollowServer>();
        services.AddHostedService<FollowRounds>();
    }

    private static IResidentSource Residents(IServiceProvider provider) => SourceOf(provider, Options(provider).Value.Residents) switch
    {
        RegisterSource.Demo => provider.GetRequiredService<DemoRegisters>(),
        RegisterSource.Files => provider.GetRequiredService<FiledResidents>(),
        RegisterSource.Http => provider.GetRequiredService<ServedResidents>(),
        _ => new UnconnectedRegisters(),
    };

    private static IVehicleRegister Vehicles(IServiceProvider provider) => SourceOf(provider, Options(provider).Value.Vehicles) switch
    {
        RegisterSource.Demo => provider.GetRequiredService<DemoRegisters>(),
        RegisterSource.Files => provider.GetRequiredService<FiledVehicles>(),
        RegisterSource.Http => provider.GetRequiredService<ServedVehicles>(),
        _ => new UnconnectedRegisters(),
    };

    private static RegisterSource? SourceOf(IServiceProvider provider, RegisterDoorOptions door) => door.Source ?? (IsDemo(provider) ? RegisterSource.Demo : null);

    private static IOptions<RegistersOptions> Options(IServiceProvider provider) => provider.GetRequiredService<IOptions<RegistersOptions>>();

    private static Lazy<DemoTown> BuildDemoTown(IServiceProvider provider) => new(() =>
    {
        var demo = provider.GetRequiredService<IOptions<RegistersOptions>>().Value.Demo;
        var town = provider.GetRequiredService<IOptions<TownOptions>>().Value;
        return DemoTown.Build(demo.Seed, demo.Count, DemoStreets.Read(town.FactsDirectory, town.Ags), town.Ags, town.Name);
    });

    private static bool IsDemo(IServiceProvider provider) => provider.GetRequiredService<IOptions<TownOptions>>().Value.Demo;
}
