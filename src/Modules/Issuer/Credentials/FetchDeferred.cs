using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Modellstadt.Issuer.Identities;
using Modellstadt.Issuer.Storage;
using Modellstadt.Issuer.Web;
using Modellstadt.Kernel.Web;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.OpenId4Vc.Issuance;

namespace Modellstadt.Issuer.Credentials;

/// <summary>
/// Gives a wallet the copies that were not ready when it asked for them (OpenID4VCI 1.0, section 9). Until it says that it has them
/// a lost answer can be fetched again for a while; the copies it never saw are revoked.
/// </summary>
internal sealed class FetchDeferred(HostedIssuers issuers, WalletMessages messages, Deferrals deferrals, MakeBatch make)
{
    /// <summary>The copies, or that they are still not ready; or the rule that the request breaks.</summary>
    public async Task<Checked<ReadyAnswer>> FetchAsync(HostedIssuer issuer, Grant grant, SentMessage sent, CancellationToken cancellationToken)
    {
        if (!messages.Open(issuer, sent).TryGetValue(out var body, out var error))
            return error;
        if (!DeferredCredentialRequest.Parse(body).TryGetValue(out var request, out error))
            return error;
        var type = issuers.FindType(grant.ConfigurationId)!;
        if (WalletMessages.Check(sent, request.ResponseRecipient, type.Policy) is { } open)
            return open;
        if (!(await deferrals.FindAsync(grant, request.TransactionId, cancellationToken)).TryGetValue(out var deferral, out error))
            return error;
        if (grant.Suspended || grant.Readiness is Readiness.Refused)
            return new ProtocolError(IssuanceErrors.CredentialRequestDenied, "OpenID4VCI 1.0 §9.3", "The issuer has decided not to issue this credential.");
        if (grant.Readiness is Readiness.Waiting)
            return new ReadyAnswer(CredentialResponse.Later(deferrals.Answer(request.TransactionId)), request.ResponseRecipient);
        return (await make.MakeAsync(issuer, type, grant, deferral, cancellationToken)).Then<ReadyAnswer>(response => new ReadyAnswer(response, request.ResponseRecipient));
    }

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/issuers/{slug}/deferred", AnswerAsync).OpenToWallets().LimitBody(WalletMessages.MostBytes(DeferredCredentialRequest.MaxBytes));

    private static async Task<IResult> AnswerAsync(string slug, HostedIssuers issuers, Grants grants, WalletMessages messages, FetchDeferred fetch, HttpContext context)
    {
        if (issuers.Find(slug) is not { } issuer)
            return Results.NotFound();
        if (!(await grants.FindAsync(issuer, context.Request)).TryGetValue(out var grant, out var error))
            return context.RefuseToken(error);
        if (!(await WalletMessages.ReceiveAsync(context, DeferredCredentialRequest.MaxBytes)).TryGetValue(out var sent, out error))
            return context.RefuseToken(error);
        return (await fetch.FetchAsync(issuer, grant, sent, context.RequestAborted)).TryGetValue(out var answer, out error)
            ? messages.Answer(context, answer)
            : context.RefuseToken(error);
    }
}
