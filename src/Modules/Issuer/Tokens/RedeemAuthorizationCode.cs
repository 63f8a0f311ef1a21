using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Modellstadt.Issuer.Authorization;
using Modellstadt.Issuer.Identities;
using Modellstadt.Issuer.Offers;
using Modellstadt.Issuer.Storage;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Kernel.Storage;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.OpenId4Vc.Authorization;
using Modellstadt.Protocols.OpenId4Vc.Issuance;

namespace Modellstadt.Issuer.Tokens;

/// <summary>
/// Turns an authorization code into an access token, once (RFC 6749, section 4.1.3). A second time the code is refused, and what the
/// first one got ends: one of the two was a thief (RFC 6749, section 4.1.2).
/// </summary>
internal sealed class RedeemAuthorizationCode(
    GroupCommit<IssuerDb> writes, OfferTypes types, AuthorizationSecrets secrets, GiveAccess access, IOptions<IssuerOptions> options, RandomSource random)
{
    // Not static: a compiled query belongs to the database of one server, and tests run several in one process.
    private readonly Func<IssuerDb, Guid, Task<AuthorizationRow?>> find =
        EF.CompileAsyncQuery((IssuerDb database, Guid id) => database.Authorizations.AsNoTracking().SingleOrDefault(row => row.Id == id));

    /// <summary>An access token, or `invalid_grant`.</summary>
    public async Task<Checked<TokenResponse>> RedeemAsync(HostedIssuer issuer, CodeTokenRequest request, Sender sender, CancellationToken cancellationToken)
    {
        if (sender.ClientId is null)
            return new ProtocolError(AuthorizationErrors.InvalidClient, "RFC 6749 §3.2.1, §4.1.3", "client_id is missing.");
        if (secrets.FindByCode(request.Code) is not { } id)
            return Invalid("The code is unknown.");
        var token = random.NewSecret();
        return (await writes.RunAsync(database => RedeemAsync(database, id, issuer, request, sender, token), cancellationToken))
            .Then<TokenResponse>(given => access.Answer(issuer, given, sender));
    }

    private async Task<Checked<NewAccess>> RedeemAsync(IssuerDb database, Guid id, HostedIssuer issuer, CodeTokenRequest request, Sender sender, string token)
    {
        if (await find(database, id) is not { OfferId: { } offer, CompletedAt: { } granted } row || types.Of(row.ConfigurationId, issuer) is not { } type)
            return Invalid("The code is unknown.");
        // Whoever is not the one that asked learns nothing and ends nothing.
        if (CheckHolder(row, type, request, sender) is { } stranger)
            return stranger;
        if (row.CodeUsedAt is not null)
            return await RevokeAsync(database, offer, row.OfferGeneration!.Value);
        if (types.Now >= granted + options.Value.CodeLifetime)
            return Invalid("The code has expired.");
        var traits = row.Traits | sender.Traits | (request.Details.Count > 0 ? GrantTraits.Identifiers : GrantTraits.None);
        if (PolicyRules.Refuse(type.Policy, traits) is { } weak)
            return weak;
        if (await UsedMark.TakeAsync(database, sender.Marks) is { } replayed)
            return replayed;
        var given = new NewAccess(token, offer, row.OfferGeneration!.Value, type, traits) { Scope = row.Scope };
        return await UseAsync(database, id, given, sender) is { } lost ? lost : given;
    }

    /// <summary>Null when the code was this request's to use.</summary>
    private async Task<ProtocolError?> UseAsync(IssuerDb database, Guid id, NewAccess given, Sender sender)
    {
        var (now, offer, refreshUntil) = (types.Now.ToUnixTimeMilliseconds(), given.OfferId.ToString("D"), access.RefreshUntil(given.Type, sender));
        var marked = await database.Database.ExecuteSqlAsync($"UPDATE authorizations SET code_used_at = {now} WHERE id = {id.ToString("D")} AND code_used_at IS NULL");
        if (marked == 0)
            return await RevokeAsync(database, given.OfferId, given.Generation);
        // The offer may have been fetched by its own code, or closed by a revocation.
        var used = await database.Database.ExecuteSqlAsync(
            $"UPDATE offers SET code_used_at = {now}, refresh_until = {refreshUntil} WHERE id = {offer} AND generation = {given.Generation} AND code_used_at IS NULL AND expires_at > {now}");
        if (used == 0)
            return Invalid("What was granted is no longer there.");
        await GiveAccess.EndEarlierAsync(database, given.OfferId, given.Generation);
        await access.StoreAsync(database, given, sender);
        return null;
    }

    private static ProtocolError? CheckHolder(AuthorizationRow row, CredentialType type, CodeTokenRequest request, Sender sender)
    {
        if (!sender.Is(row.ClientId, row.KeyThumbprint, row.InstanceThumbprint))
            return Invalid("The code was given to another wallet, or to another key of it.");
        if (request.RedirectUri != row.RedirectUri)
            return Invalid("redirect_uri is not the one of the request.");
        if (request.Details.Count > 0 && !request.Details.Any(type.ConfigurationIds.Contains))
            return new ProtocolError(AuthorizationErrors.InvalidAuthorizationDetails, "OpenID4VCI 1.0 §6.1.1", "Another credential configuration was granted.");
        return CodeChallenge.Answers(request.Verifier, row.Challenge) ? null : Invalid("code_verifier does not answer the challenge (RFC 7636 §4.6).");
    }

    private static async Task<ProtocolError> RevokeAsync(IssuerDb database, Guid offer, int generation)
    {
        var id = offer.ToString("D");
        // Whoever fetched the offer since it was opened again got nothing by this code.
        await database.Database.ExecuteSqlAsync(
            $"DELETE FROM access_tokens WHERE offer_id = {id} AND EXISTS (SELECT 1 FROM offers WHERE id = {id} AND generation = {generation})");
        await database.Database.ExecuteSqlAsync($"UPDATE offers SET refresh_until = NULL WHERE id = {id} AND generation = {generation}");
        return Invalid("The code was used before; the tokens it gave have ended.");
    }

    private static ProtocolError Invalid(string detail) => new(IssuanceErrors.InvalidGrant, "RFC 6749 §4.1.2, §5.2", detail);
}
