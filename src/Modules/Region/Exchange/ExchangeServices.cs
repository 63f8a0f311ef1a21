using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Modellstadt.Region.Exchange;

/// <summary>What catalogues need: our own for others, and those of others.</summary>
internal static class ExchangeServices
{
    public static void AddExchange(this IServiceCollection services) => services.AddSingleton<ServeCatalogue>();

    public static void MapExchange(this IEndpointRouteBuilder endpoints) => ServeCatalogue.Map(endpoints);
}
