using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Modellstadt.Region.Feeds;

namespace Modellstadt.Region.Indicators;

/// <summary><c>GET /region/indicators</c>: what this town says about its own services, signed with the key of its feed. Public.</summary>
internal static class ServeIndicators
{
    /// <summary>Where it lives.</summary>
    public const string Address = "/region/indicators";

    /// <summary>Maps the address.</summary>
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet(Address, RespondAsync).ExcludeFromDescription();

    private static async Task<IResult> RespondAsync(HttpContext context, MeasureTown measure, FeedKey key)
    {
        context.Response.Headers.CacheControl = "public, max-age=60";
        return Results.Bytes(SignedIndicators.Of(await measure.ReadAsync(context.RequestAborted), key.Signing).Write(), "application/json");
    }
}
