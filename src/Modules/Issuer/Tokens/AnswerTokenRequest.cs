using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Modellstadt.Issuer.Identities;
using Modellstadt.Issuer.Web;
using Modellstadt.Kernel.Web;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.OpenId4Vc.Authorization;
using Modellstadt.Protocols.OpenId4Vc.Issuance;

namespace Modellstadt.Issuer.Tokens;

/// <summary>The token endpoint: <c>POST /issuers/{slug}/token</c>.</summary>
internal sealed class AnswerTokenRequest(Senders senders, RedeemCode preAuthorized, RedeemAuthorizationCode authorized, RefreshAccess refresh)
{
    private const int MaxBody = 8 * 1024;
    private const string Path = "/token";

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/issuers/{slug}" + Path, AnswerAsync).OpenToWallets().LimitBody(MaxBody).RequireRateLimiting(nameof(TokenLimit));

    private static async Task<IResult> AnswerAsync(string slug, HostedIssuers issuers, AnswerTokenRequest endpoint, HttpContext context)
    {
        if (issuers.Find(slug) is not { } issuer)
            return Results.NotFound();
        if (!context.Request.HasFormContentType)
            return context.Refuse(new ProtocolError(IssuanceErrors.InvalidRequest, "RFC 6749 §4.5", "The body is not application/x-www-form-urlencoded."));
        if (await context.ReadBodyAsync(MaxBody) is not { } body)
            return context.TooLarge(IssuanceErrors.InvalidRequest);
        return (await endpoint.GiveAsync(issuer, Encoding.UTF8.GetString(body), context)).TryGetValue(out var response, out var error)
            ? context.Answer(response.ToJson())
            : context.Refuse(error);
    }

    private async Task<Checked<TokenResponse>> GiveAsync(HostedIssuer issuer, string form, HttpContext context)
    {
        if (!TokenGrant.Parse(form, issuer.Id).TryGetValue(out var grant, out var error))
            return error;
        if (!senders.Check(context, issuer, grant.ClientId, Path).TryGetValue(out var sender, out error))
            return error;
        return grant switch
        {
            TokenRequest request => await preAuthorized.RedeemAsync(issuer, request, sender, context.RequestAborted),
            CodeTokenRequest request => await authorized.RedeemAsync(issuer, request, sender, context.RequestAborted),
            RefreshTokenRequest request => await refresh.RefreshAsync(issuer, request, sender, context.RequestAborted),
            _ => throw new InvalidOperationException($"{grant.GetType().Name} is read, but nobody answers it."),
        };
    }
}
