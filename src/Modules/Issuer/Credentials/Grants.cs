using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Issuer.Identities;
using Modellstadt.Issuer.Storage;
using Modellstadt.Issuer.Tokens;
using Modellstadt.Kernel.Storage;
using Modellstadt.Kernel.Tracing;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.OpenId4Vc.Issuance;

namespace Modellstadt.Issuer.Credentials;

/// <summary>What an access token entitles to.</summary>
internal sealed record Grant(
    string TokenHash, Guid OfferId, string ConfigurationId, string Subject, string Claims, DateTimeOffset? ValidUntil, DateTimeOffset TokenExpiresAt, string? KeyThumbprint, string? ClientId, GrantTraits Traits,
    Readiness Readiness, bool Suspended);

/// <summary>Finds what the access token of a request entitles to. The one way into the credential, the deferred credential and the notification endpoint.</summary>
internal sealed class Grants(IDbContextFactory<IssuerDb> databases, GroupCommit<IssuerDb> writes, AccessTokens tokens, HostedIssuers issuers, TimeProvider time)
{
    // Not static: a compiled query belongs to the database of one server, and tests run several in one process.
    private readonly Func<IssuerDb, string, Task<Grant?>> find = EF.CompileAsyncQuery((IssuerDb database, string hash) =>
        database.AccessTokens.Where(token => token.TokenHash == hash)
            .Join(database.Offers, token => token.OfferId, offer => offer.Id, (token, offer) =>
                new Grant(token.TokenHash, offer.Id, offer.ConfigurationId, offer.Subject, offer.Claims, offer.ValidUntil, token.ExpiresAt, token.KeyThumbprint, token.ClientId, token.Traits, offer.Readiness,
                    database.Suspensions.Any(suspension => suspension.Subject == offer.Subject)))
            .SingleOrDefault());

    /// <summary>
    /// The grant; or `invalid_token`, also for a token of another issuer on this server (RFC 6750, section 3.1), or for one that is not shown
    /// as it was given; or what is wrong with a DPoP proof, which is good once even when the request fails.
    /// </summary>
    public async Task<Checked<Grant>> FindAsync(HostedIssuer issuer, HttpRequest request)
    {
        if (!tokens.Read(request, issuer).TryGetValue(out var token, out var error))
            return error;
        if (await FindAsync(token.Text, request.HttpContext.RequestAborted) is not { } grant || grant.TokenExpiresAt <= time.GetUtcNow()
            || issuers.FindType(grant.ConfigurationId) is not { } type || type.IssuerSlug != issuer.Identity.Slug)
            return new ProtocolError(IssuanceErrors.InvalidToken, "RFC 6750 §3.1", "The access token is unknown here or has expired.");
        Flows.BelongsTo(grant.OfferId);
        if (token.Refuse(grant.KeyThumbprint, grant.Traits, type.Policy) is { } refused)
            return refused;
        return token.Key is { } key && await writes.RunAsync(database => UsedMark.TakeAsync(database, [key.Mark]), request.HttpContext.RequestAborted) is { } replayed
            ? replayed
            : grant;
    }

    private async Task<Grant?> FindAsync(string token, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await find(database, AccessTokens.Hash(token));
    }
}
