using System.Reflection;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Modellstadt.Kernel.Modules;

/// <summary>The modules that this town has switched on, in the order in which they were added.</summary>
public sealed class InstalledModules(IServiceCollection services, IConfiguration configuration)
{
    private readonly List<(Assembly Assembly, Action<IEndpointRouteBuilder> Map, Action<IEndpointRouteBuilder> MapWallet)> modules = [];

    /// <summary>Assemblies that may hold pages.</summary>
    public IEnumerable<Assembly> Assemblies => modules.Select(module => module.Assembly);

    /// <summary>Adds a module unless the configuration switches it off.</summary>
    public InstalledModules Add<TModule>() where TModule : IModule
    {
        if (configuration.GetValue($"Modules:{TModule.Name}:Enabled", defaultValue: true))
        {
            TModule.AddServices(services, configuration);
            modules.Add((typeof(TModule).Assembly, TModule.MapEndpoints, TModule.MapWalletEndpoints));
        }

        return this;
    }

    /// <summary>Maps the endpoints of every module.</summary>
    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        foreach (var (_, map, _) in modules)
            map(endpoints);
    }

    /// <summary>Maps what the modules answer on the wallet's host.</summary>
    public void MapWalletEndpoints(IEndpointRouteBuilder endpoints)
    {
        foreach (var (_, _, map) in modules)
            map(endpoints);
    }
}
