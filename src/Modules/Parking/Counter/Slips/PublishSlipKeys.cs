using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Modellstadt.Parking.Counter.Slips;

/// <summary>The public keys of the seals on slips, for devices that check without a network: <c>GET /parking/slip-keys</c> (RFC 7517, section 5).</summary>
internal static class PublishSlipKeys
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/parking/slip-keys", (SlipKeys keys) => Results.Json(new JsonObject { ["keys"] = new JsonArray([.. keys.Public.Select(key => key.PublicKey.ToJson())]) })).ExcludeFromDescription();
}
