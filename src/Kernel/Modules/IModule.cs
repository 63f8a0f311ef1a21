using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Modellstadt.Kernel.Modules;

/// <summary>
/// A part of the town's software that registers itself: what it needs, which addresses it answers.
/// A town can switch a module off with <c>Modules:{Name}:Enabled=false</c>.
/// </summary>
public interface IModule
{
    /// <summary>Short lower-case name: configuration section, database file and schema carry it.</summary>
    static abstract string Name { get; }

    /// <summary>Adds the module's services; called once, before the application is built.</summary>
    static abstract void AddServices(IServiceCollection services, IConfiguration configuration);

    /// <summary>Maps the module's endpoints; called once, after the application is built.</summary>
    static abstract void MapEndpoints(IEndpointRouteBuilder endpoints);

    /// <summary>Maps what the module answers on the wallet's host, where most answer nothing; called once, after the application is built.</summary>
    static virtual void MapWalletEndpoints(IEndpointRouteBuilder endpoints)
    {
    }
}
