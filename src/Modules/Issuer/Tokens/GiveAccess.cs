using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Modellstadt.Issuer.Identities;
using Modellstadt.Issuer.Storage;
using Modellstadt.Kernel.Tracing;
using Modellstadt.Protocols.OpenId4Vc.Authorization;
using Modellstadt.Protocols.OpenId4Vc.Issuance;

namespace Modellstadt.Issuer.Tokens;

/// <summary>An access token that is about to be given.</summary>
/// <param name="Token">The token.</param>
/// <param name="OfferId">What it fetches.</param>
/// <param name="Generation">The offer's generation.</param>
/// <param name="Type">The credential type.</param>
/// <param name="Traits">How it was got.</param>
internal sealed record NewAccess(string Token, Guid OfferId, int Generation, CredentialType Type, GrantTraits Traits)
{
    /// <summary>What was granted by scope, or null.</summary>
    public string? Scope { get; init; }
}

/// <summary>Gives access tokens, and refresh tokens where fresh copies can be made later.</summary>
internal sealed class GiveAccess(RefreshTokens refreshTokens, IEnumerable<ICredentialRenewal> renewals, IOptions<IssuerOptions> options, TimeProvider time)
{
    private const int FirstGeneration = 1;

    private readonly HashSet<string> renewable = [.. renewals.Select(renewal => renewal.ConfigurationId)];

    /// <summary>
    /// Until when this sender may fetch fresh copies, in milliseconds; null for never: the type must know its claims of later, and a refresh
    /// token that is bound to no key would be worth stealing (RFC 9700, section 4.14.2).
    /// </summary>
    public long? RefreshUntil(CredentialType type, Sender sender) =>
        sender.Key is not null && renewable.Contains(type.ConfigurationId) ? (time.GetUtcNow() + options.Value.RefreshLifetime).ToUnixTimeMilliseconds() : null;

    /// <summary>
    /// Ends the tokens of whoever fetched the offer before it was opened again, within the caller's transaction: a lost device must not
    /// replace the copies of the one that follows it.
    /// </summary>
    public static Task EndEarlierAsync(IssuerDb database, Guid offerId, int generation) => generation == FirstGeneration
        ? Task.CompletedTask
        : database.Database.ExecuteSqlAsync($"DELETE FROM access_tokens WHERE offer_id = {offerId.ToString("D")}");

    /// <summary>Stores the token's hash, within the caller's transaction.</summary>
    public Task StoreAsync(IssuerDb database, NewAccess access, Sender sender)
    {
        var (hash, offer, key) = (AccessTokens.Hash(access.Token), access.OfferId.ToString("D"), sender.Key?.Thumbprint);
        var (end, traits) = ((time.GetUtcNow() + options.Value.TokenLifetime).ToUnixTimeMilliseconds(), (int)access.Traits);
        return database.Database.ExecuteSqlAsync(
            $"INSERT INTO access_tokens (token_hash, offer_id, expires_at, batches, traits, key_thumbprint, client_id) VALUES ({hash}, {offer}, {end}, 0, {traits}, {key}, {sender.ClientId})");
    }

    /// <summary>The answer to the wallet, with a refresh token where there may be one.</summary>
    public TokenResponse Answer(HostedIssuer issuer, NewAccess access, Sender sender) => AnswerOnly(access, sender) with
    {
        RefreshToken = RefreshUntil(access.Type, sender) is null ? null : refreshTokens.Seal(issuer, new RefreshGrant(
            access.OfferId, access.Generation, access.Traits, sender.Key!.Thumbprint, sender.Wallet?.InstanceThumbprint, RefreshGrant.HashOf(sender.ClientId))),
    };

    /// <summary>The answer to the wallet, without a refresh token: it keeps the one it has.</summary>
    public TokenResponse AnswerOnly(NewAccess access, Sender sender)
    {
        Flows.BelongsTo(access.OfferId);
        return new TokenResponse(access.Token, options.Value.TokenLifetime)
        {
            IsBound = sender.Key is not null,
            Scope = access.Scope,
            // The identifier of the one data set of this type that the token can fetch, in each of its forms.
            Details = access.Traits.HasFlag(GrantTraits.Identifiers) ? AuthorizationDetails.Grant(access.Type.ConfigurationIds) : null,
        };
    }
}
