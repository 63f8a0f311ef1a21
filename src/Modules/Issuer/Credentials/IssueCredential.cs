using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Modellstadt.Issuer.Identities;
using Modellstadt.Issuer.Storage;
using Modellstadt.Issuer.Tokens;
using Modellstadt.Issuer.Web;
using Modellstadt.Kernel.Tracing;
using Modellstadt.Kernel.Web;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.OpenId4Vc.Issuance;

namespace Modellstadt.Issuer.Credentials;

/// <summary>
/// Issues the copies of an offered credential for an access token and proofs of keys (OpenID4VCI 1.0, section 8). The entries
/// of the copies are committed before the answer leaves; a wallet that lost the answer asks again with the same token and
/// new proofs, and the copies it never saw are revoked. For an offer that is not ready the keys wait (section 9).
/// </summary>
internal sealed class IssueCredential(HostedIssuers issuers, WalletMessages messages, CheckProofs proofs, MakeBatch make, Deferrals deferrals)
{
    /// <summary>The copies, or the rule that the request breaks.</summary>
    public async Task<Checked<ReadyAnswer>> IssueAsync(HostedIssuer issuer, Grant grant, SentMessage sent, CancellationToken cancellationToken)
    {
        if (grant.Suspended)
            return Refuse(IssuanceErrors.CredentialRequestDenied, "The credential is suspended.");
        if (!messages.Open(issuer, sent).TryGetValue(out var body, out var error))
            return error;
        if (!CredentialRequest.Parse(body, issuer.BatchSize).TryGetValue(out var request, out error))
            return error;
        if (!FindType(issuer, grant, request).TryGetValue(out var type, out error))
            return error;
        if (WalletMessages.Check(sent, request.ResponseRecipient, type.Policy) is { } open)
            return open;
        if (!proofs.Check(issuer, type, grant, request).TryGetValue(out var proved, out error))
            return error;
        Flows.Note("OpenID4VCI 1.0 App. F.4", $"{proved.Keys.Count} keys are proved under a nonce of this issuer.");
        if (grant.Readiness is Readiness.Refused)
            return Refuse(IssuanceErrors.CredentialRequestDenied, "The issuer has decided not to issue this credential.");

        var response = grant.Readiness is Readiness.Ready
            ? await make.MakeAsync(issuer, type, grant, proved, cancellationToken)
            : (await deferrals.DeferAsync(grant, proved, cancellationToken)).Then<CredentialResponse>(deferred => CredentialResponse.Later(deferred));
        return response.Then<ReadyAnswer>(ready => new ReadyAnswer(ready, request.ResponseRecipient));
    }

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/issuers/{slug}/credential", AnswerAsync).OpenToWallets().LimitBody(WalletMessages.MostBytes(CredentialRequest.MaxBytes));

    private static async Task<IResult> AnswerAsync(
        string slug, HostedIssuers issuers, Grants grants, WalletMessages messages, IssueCredential issue, HttpContext context)
    {
        if (issuers.Find(slug) is not { } issuer)
            return Results.NotFound();
        if (!(await grants.FindAsync(issuer, context.Request)).TryGetValue(out var grant, out var error))
            return context.RefuseToken(error);
        if (!(await WalletMessages.ReceiveAsync(context, CredentialRequest.MaxBytes)).TryGetValue(out var sent, out error))
            return context.RefuseToken(error);
        return (await issue.IssueAsync(issuer, grant, sent, context.RequestAborted)).TryGetValue(out var answer, out error)
            ? messages.Answer(context, answer)
            : context.RefuseToken(error);
    }

    private Checked<CredentialType> FindType(HostedIssuer issuer, Grant grant, CredentialRequest request)
    {
        // Section 8.2: whoever was given identifiers uses them, and nobody else does. The one data set of a grant is named like its type, in each form.
        var identified = grant.Traits.HasFlag(GrantTraits.Identifiers);
        if (request.CredentialIdentifier is not null && (!identified || issuers.FindType(request.CredentialIdentifier)?.ConfigurationId != grant.ConfigurationId))
            return Refuse(IssuanceErrors.UnknownCredentialIdentifier, "No such credential identifier was given out.");
        if (identified && request.ConfigurationId is not null)
            return Refuse(IssuanceErrors.InvalidCredentialRequest, "The token response named credential identifiers; one of them is needed.");
        if (issuers.FindType(request.CredentialIdentifier ?? request.ConfigurationId!) is not { } type || type.IssuerSlug != issuer.Identity.Slug)
            return Refuse(IssuanceErrors.UnknownCredentialConfiguration, "This issuer has no such credential configuration.");
        return type.ConfigurationId == grant.ConfigurationId
            ? type
            : Refuse(IssuanceErrors.CredentialRequestDenied, "The access token is for another credential configuration.");
    }

    private static ProtocolError Refuse(string code, string detail) => new(code, "OpenID4VCI 1.0 §8.3.1.2", detail);
}
