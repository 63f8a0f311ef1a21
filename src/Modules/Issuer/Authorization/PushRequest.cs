using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using Modellstadt.Issuer.Identities;
using Modellstadt.Issuer.Tokens;
using Modellstadt.Issuer.Web;
using Modellstadt.Kernel.Web;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.OpenId4Vc.Authorization;
using Modellstadt.Protocols.OpenId4Vc.Issuance;

namespace Modellstadt.Issuer.Authorization;

/// <summary>Takes pushed authorization requests (RFC 9126): <c>POST /issuers/{slug}/par</c>.</summary>
internal sealed class PushRequest(Senders senders, StoreAuthorization store, AuthorizationSecrets secrets, IOptions<IssuerOptions> options, TimeProvider time)
{
    private const int MaxBody = 16 * 1024;
    private const string Path = "/par";

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/issuers/{slug}" + Path, AnswerAsync).OpenToWallets().LimitBody(MaxBody).RequireRateLimiting(nameof(TokenLimit));

    private static async Task<IResult> AnswerAsync(string slug, HostedIssuers issuers, PushRequest push, HttpContext context)
    {
        if (issuers.Find(slug) is not { } issuer)
            return Results.NotFound();
        if (!context.Request.HasFormContentType)
            return context.Refuse(new ProtocolError(IssuanceErrors.InvalidRequest, "RFC 9126 §2.1", "The body is not application/x-www-form-urlencoded."));
        if (await context.ReadBodyAsync(MaxBody) is not { } body)
            return context.TooLarge(IssuanceErrors.InvalidRequest);
        return (await push.PushAsync(issuer, Encoding.UTF8.GetString(body), context)).TryGetValue(out var pushed, out var error)
            ? context.Answer(pushed.ToJson(), StatusCodes.Status201Created)
            : context.Refuse(error);
    }

    private async Task<Checked<PushedRequest>> PushAsync(HostedIssuer issuer, string form, HttpContext context)
    {
        if (!FormParameters.Parse(form).TryGetValue(out var parameters, out var error))
            return error;
        // RFC 9126 section 2.1 (1): the client first, then what it asks.
        if (!senders.Check(context, issuer, parameters["client_id"], Path).TryGetValue(out var sender, out error))
            return error;
        if (!AuthorizationRequest.Parse(parameters, issuer.Id).TryGetValue(out var request, out error))
            return error;
        var lifetime = options.Value.PushedRequestLifetime;
        return (await store.StoreAsync(issuer, request, sender, new Arrival(Pushed: true, BrowserHash: null, time.GetUtcNow() + lifetime), context.RequestAborted))
            .Then<PushedRequest>(row => new PushedRequest(secrets.RequestUri(row.Id), lifetime));
    }
}
