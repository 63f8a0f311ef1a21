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
        services.AddModuleDb<RegistersDb>(Name);
        services.AddSingleton<RegisterChanges>();
        services.AddSingleton<IOutboxReceiver<RegistersDb>, DeliverChange>();
        AddDemo(services);
        services.AddSingleton<IResidentRegister>(provider => new PunctualResidents(IsDemo(provider) ? Demo(provider) : new UnconnectedRegisters(), Options(provider)));
        services.AddSingleton<IVehicleRegister>(provider => new PunctualVehicles(IsDemo(provider) ? Demo(provider) : new UnconnectedRegisters(), Options(provider)));
    }

    /// <inheritdoc />
    public static void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        SwitchOutage.Map(endpoints);
        ChangeDemoTown.Map(endpoints);
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

    private static DemoRegisters Demo(IServiceProvider provider) => provider.GetRequiredService<DemoRegisters>();

    private static IOptions<RegistersOptions> Options(IServiceProvider provider) => provider.GetRequiredService<IOptions<RegistersOptions>>();

    private static Lazy<DemoTown> BuildDemoTown(IServiceProvider provider) => new(() =>
    {
        var demo = provider.GetRequiredService<IOptions<RegistersOptions>>().Value.Demo;
        var town = provider.GetRequiredService<IOptions<TownOptions>>().Value;
        return DemoTown.Build(demo.Seed, demo.Count, DemoStreets.Read(town.FactsDirectory, town.Ags), town.Ags, town.Name);
    });

    private static bool IsDemo(IServiceProvider provider) => provider.GetRequiredService<IOptions<TownOptions>>().Value.Demo;
}
