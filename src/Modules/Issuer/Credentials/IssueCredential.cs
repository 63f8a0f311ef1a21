using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Issuer.Identities;
using Modellstadt.Issuer.Storage;
using Modellstadt.Issuer.Tokens;
using Modellstadt.Issuer.Web;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Kernel.Web;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.OpenId4Vc.Issuance;

namespace Modellstadt.Issuer.Credentials;

/// <summary>
/// Issues the copies of an offered credential for an access token and proofs of keys (OpenID4VCI 1.0, section 8). The entries
/// of the copies are committed before the answer leaves; a wallet that lost the answer asks again with the same token and
/// new proofs, and the copies it never saw are revoked.
/// </summary>
internal sealed class IssueCredential(
    IDbContextFactory<IssuerDb> databases, HostedIssuers issuers, MintNonce nonces, StoreCopies store, TimeProvider time, RandomSource random)
{
    // Not static: a compiled query belongs to the database of one server, and tests run several in one process.
    private readonly Func<IssuerDb, string, Task<Grant?>> findGrant = EF.CompileAsyncQuery((IssuerDb database, string hash) =>
        database.AccessTokens.Where(token => token.TokenHash == hash)
            .Join(database.Offers, token => token.OfferId, offer => offer.Id, (token, offer) =>
                new Grant(offer.Id, offer.ConfigurationId, offer.Subject, offer.Claims, offer.ValidUntil, token.ExpiresAt,
                    database.Suspensions.Any(suspension => suspension.Subject == offer.Subject)))
            .SingleOrDefault());

    /// <summary>The copies, or the rule that the request breaks.</summary>
    public async Task<Checked<CredentialResponse>> IssueAsync(HostedIssuer issuer, string token, byte[] body, CancellationToken cancellationToken)
    {
        var hash = AccessTokens.Hash(token);
        if (await FindGrantAsync(hash, cancellationToken) is not { } grant || grant.TokenExpiresAt <= time.GetUtcNow())
            return new ProtocolError(IssuanceErrors.InvalidToken, "RFC 6750 §3.1", "The access token is unknown or has expired.");
        if (grant.Suspended)
            return Refuse(IssuanceErrors.CredentialRequestDenied, "The credential is suspended.");
        if (!CredentialRequest.Parse(body, issuer.BatchSize).TryGetValue(out var request, out var error))
            return error;
        if (!FindType(issuer, grant, request).TryGetValue(out var type, out error))
            return error;
        if (!KeyProofs.Check(request.Proofs, new KeyProofRules(issuer.Id, time.GetUtcNow())).TryGetValue(out var proved, out error))
            return error;
        if (!nonces.Check(proved.Nonce, issuer).TryGetValue(out var nonce, out error))
            return error;

        var times = CopyTimes.For(time.GetUtcNow(), grant.ValidUntil, type.Validity);
        var batch = new CopyBatch(hash, nonce, grant.OfferId, grant.Subject, times.ExpiresAt, [.. proved.Keys.Take(type.BatchSize)]);
        if (!(await store.StoreAsync(issuer, batch, cancellationToken)).TryGetValue(out var entries, out error))
            return error;
        var claims = JsonNode.Parse(grant.Claims)!.AsObject();
        return new CredentialResponse([.. entries.Select(entry => CopyMaking.Make(issuer, type, claims, times, entry, random))]);
    }

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/issuers/{slug}/credential", AnswerAsync).OpenToWallets().LimitBody(CredentialRequest.MaxBytes);

    private static async Task<IResult> AnswerAsync(string slug, HostedIssuers issuers, IssueCredential issue, HttpContext context)
    {
        if (issuers.Find(slug) is not { } issuer)
            return Results.NotFound();
        if (!AccessTokens.Read(context.Request).TryGetValue(out var token, out var error))
            return Refuse(context, error);
        if (!context.Request.HasJsonContentType())
            return context.Refuse(new ProtocolError(IssuanceErrors.InvalidCredentialRequest, "OpenID4VCI 1.0 §8.2", "The body is not application/json."));
        if (await context.ReadBodyAsync(CredentialRequest.MaxBytes) is not { } body)
            return context.TooLarge(IssuanceErrors.InvalidCredentialRequest);
        return (await issue.IssueAsync(issuer, token, body, context.RequestAborted)).TryGetValue(out var response, out error)
            ? context.Answer(response.ToJson())
            : Refuse(context, error);
    }

    private static IResult Refuse(HttpContext context, ProtocolError error)
    {
        if (error.Code != IssuanceErrors.InvalidToken)
            return context.Refuse(error);

        // RFC 6750 section 3: the challenge; without a token it carries no error.
        context.Response.Headers.WWWAuthenticate = context.Request.Headers.Authorization.Count == 0 ? "Bearer" : $"Bearer error=\"{error.Code}\"";
        return context.Refuse(error, StatusCodes.Status401Unauthorized);
    }

    private async Task<Grant?> FindGrantAsync(string hash, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await findGrant(database, hash);
    }

    private Checked<CredentialType> FindType(HostedIssuer issuer, Grant grant, CredentialRequest request)
    {
        // Section 6.2: this issuer's token responses name no credential identifiers.
        if (request.CredentialIdentifier is not null)
            return Refuse(IssuanceErrors.UnknownCredentialIdentifier, "No such credential identifier was given out.");
        if (issuers.FindType(request.ConfigurationId!) is not { } type || type.IssuerSlug != issuer.Identity.Slug)
            return Refuse(IssuanceErrors.UnknownCredentialConfiguration, "This issuer has no such credential configuration.");
        return type.ConfigurationId == grant.ConfigurationId
            ? type
            : Refuse(IssuanceErrors.CredentialRequestDenied, "The access token is for another credential configuration.");
    }

    private static ProtocolError Refuse(string code, string detail) => new(code, "OpenID4VCI 1.0 §8.3.1.2", detail);

    private sealed record Grant(Guid OfferId, string ConfigurationId, string Subject, string Claims, DateTimeOffset? ValidUntil, DateTimeOffset TokenExpiresAt, bool Suspended);
}
