using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Modules;
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
        services.AddSingleton<DemoOutage>();
        services.AddSingleton(BuildDemoTown);
        services.AddSingleton(provider => new DemoPersons(() => IsDemo(provider) ? provider.GetRequiredService<Lazy<DemoTown>>().Value.Persons : []));
        services.AddSingleton<DemoRegisters>();
        services.AddSingleton(Connect);
        services.AddSingleton<IResidentRegister>(provider => provider.GetRequiredService<PunctualRegisters>());
        services.AddSingleton<IVehicleRegister>(provider => provider.GetRequiredService<PunctualRegisters>());
    }

    /// <inheritdoc />
    public static void MapEndpoints(IEndpointRouteBuilder endpoints) => SwitchOutage.Map(endpoints);

    private static PunctualRegisters Connect(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<RegistersOptions>>();
        if (IsDemo(provider))
        {
            var demo = provider.GetRequiredService<DemoRegisters>();
            return new PunctualRegisters(demo, demo, options);
        }

        var unconnected = new UnconnectedRegisters();
        return new PunctualRegisters(unconnected, unconnected, options);
    }

    private static Lazy<DemoTown> BuildDemoTown(IServiceProvider provider) => new(() =>
    {
        var demo = provider.GetRequiredService<IOptions<RegistersOptions>>().Value.Demo;
        var town = provider.GetRequiredService<IOptions<TownOptions>>().Value;
        return DemoTown.Build(demo.Seed, demo.Count, DemoStreets.Read(town.FactsDirectory, town.Ags), town.Ags, town.Name);
    });

    private static bool IsDemo(IServiceProvider provider) => provider.GetRequiredService<IOptions<TownOptions>>().Value.Demo;
}
