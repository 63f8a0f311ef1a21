using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Region.Feeds;

namespace Modellstadt.Region.Reuse;

/// <summary>What taking results over from other towns needs.</summary>
internal static class ReuseServices
{
    public static void AddReuse(this IServiceCollection services)
    {
        services.AddSingleton<ReadReuse>().AddSingleton<SignReuse>().AddSingleton<DeclareReuse>().AddSingleton<ConfirmReuse>();
        services.AddSingleton<INoteReader, TakeOverReuse>();
    }

    public static void MapReuse(this IEndpointRouteBuilder endpoints) => ServeCredentials.Map(endpoints);
}
