using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Modellstadt.Kernel.Web;
using Modellstadt.Protocols.Credentials;

namespace Modellstadt.Verifier;

/// <summary>How the addresses for wallets answer: from any origin, never cached, with the error codes of the specification.</summary>
internal static class ProtocolAnswers
{
    /// <summary>Wallets live on origins of their own and send no cookies.</summary>
    public static TBuilder OpenToWallets<TBuilder>(this TBuilder endpoint, params string[] methods) where TBuilder : IEndpointConventionBuilder =>
        endpoint.RequireCors(policy => policy.AllowAnyOrigin().WithMethods(methods).WithHeaders("accept", "content-type"));

    /// <summary>A protocol error: code, sentence with clause, and the flow id under which the town's log knows the case.</summary>
    public static IResult ProtocolError(this HttpContext context, ProtocolError error, int statusCode) => Results.Json(
        new JsonObject
        {
            ["error"] = error.Code,
            ["error_description"] = $"{error.Detail} ({error.Clause})",
            ["modellstadt_flow_id"] = context.FlowId(),
        },
        statusCode: statusCode);

    /// <summary>Keeps answers out of every cache.</summary>
    public static void NeverStore(this HttpContext context) => context.Response.Headers.CacheControl = "no-store";
}
