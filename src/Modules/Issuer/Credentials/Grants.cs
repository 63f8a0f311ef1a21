using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Issuer.Identities;
using Modellstadt.Issuer.Storage;
using Modellstadt.Issuer.Tokens;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.OpenId4Vc.Issuance;

namespace Modellstadt.Issuer.Credentials;

/// <summary>What an access token entitles to.</summary>
internal sealed record Grant(
    string TokenHash, Guid OfferId, string ConfigurationId, string Subject, string Claims, DateTimeOffset? ValidUntil, DateTimeOffset TokenExpiresAt, bool Suspended);

/// <summary>Finds what the access token of a request entitles to. The one way into the credential, the deferred credential and the notification endpoint.</summary>
internal sealed class Grants(IDbContextFactory<IssuerDb> databases, HostedIssuers issuers, TimeProvider time)
{
    // Not static: a compiled query belongs to the database of one server, and tests run several in one process.
    private readonly Func<IssuerDb, string, Task<Grant?>> find = EF.CompileAsyncQuery((IssuerDb database, string hash) =>
        database.AccessTokens.Where(token => token.TokenHash == hash)
            .Join(database.Offers, token => token.OfferId, offer => offer.Id, (token, offer) =>
                new Grant(token.TokenHash, offer.Id, offer.ConfigurationId, offer.Subject, offer.Claims, offer.ValidUntil, token.ExpiresAt,
                    database.Suspensions.Any(suspension => suspension.Subject == offer.Subject)))
            .SingleOrDefault());

    /// <summary>The grant; or `invalid_token`, also for a token of another issuer on this server (RFC 6750, section 3.1).</summary>
    public async Task<Checked<Grant>> FindAsync(HostedIssuer issuer, HttpRequest request)
    {
        if (!AccessTokens.Read(request).TryGetValue(out var token, out var error))
            return error;
        await using var database = await databases.CreateDbContextAsync(request.HttpContext.RequestAborted);
        return await find(database, AccessTokens.Hash(token)) is { } grant && grant.TokenExpiresAt > time.GetUtcNow()
            && issuers.FindType(grant.ConfigurationId)?.IssuerSlug == issuer.Identity.Slug
            ? grant
            : new ProtocolError(IssuanceErrors.InvalidToken, "RFC 6750 §3.1", "The access token is unknown here or has expired.");
    }
}
