using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Modellstadt.Issuer.Identities;
using Modellstadt.Issuer.Tokens;
using Modellstadt.Issuer.Web;
using Modellstadt.Kernel.Web;

namespace Modellstadt.Issuer.Authorization;

/// <summary>Gives challenges for wallet attestations (attestation-based client authentication, section 6.1): <c>POST /issuers/{slug}/challenge</c>.</summary>
internal static class GiveChallenge
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/issuers/{slug}/challenge", (string slug, HostedIssuers issuers, ServerNonces nonces, HttpContext context) =>
            issuers.Find(slug) is { } issuer ? context.Answer(new JsonObject { ["attestation_challenge"] = nonces.Challenge(issuer) }) : Results.NotFound())
            .OpenToWallets().LimitBody(1024);
}
