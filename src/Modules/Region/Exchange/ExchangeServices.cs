using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Region.Exchange.Imports;

namespace Modellstadt.Region.Exchange;

/// <summary>What catalogues need: our own for others, and those of others.</summary>
internal static class ExchangeServices
{
    public static void AddExchange(this IServiceCollection services)
    {
        services.AddSingleton<ServeCatalogue>();
        services.AddImports();
    }

    public static void MapExchange(this IEndpointRouteBuilder endpoints)
    {
        ServeCatalogue.Map(endpoints);
        endpoints.MapImports();
    }
}
