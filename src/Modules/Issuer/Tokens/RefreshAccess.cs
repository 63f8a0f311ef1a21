using Microsoft.EntityFrameworkCore;
using Microsoft.AspNetCore.Http;
using Modellstadt.Issuer.Identities;
using Modellstadt.Issuer.Offers;
using Modellstadt.Issuer.Storage;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Kernel.Storage;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.OpenId4Vc.Authorization;
using Modellstadt.Protocols.OpenId4Vc.Issuance;

namespace Modellstadt.Issuer.Tokens;

/// <summary>
/// Gives a wallet an access token for fresh copies, without the person (RFC 6749, section 6; OpenID4VCI 1.0, section 13.5). The
/// module that issued is asked what the credential says today; the fresh copies replace the earlier ones.
/// </summary>
internal sealed class RefreshAccess(
    GroupCommit<IssuerDb> writes, OfferTypes types, RefreshTokens refreshTokens, GiveAccess access, IEnumerable<ICredentialRenewal> renewals, RandomSource random)
{
    private readonly Dictionary<string, ICredentialRenewal> byType = renewals.ToDictionary(renewal => renewal.ConfigurationId);

    /// <summary>An access token, or `invalid_grant`.</summary>
    public async Task<Checked<TokenResponse>> RefreshAsync(HostedIssuer issuer, RefreshTokenRequest request, Sender sender, CancellationToken cancellationToken)
    {
        // Another's token looks like no token: nobody learns whether it was one.
        if (refreshTokens.Open(issuer, request.Token) is not { } grant || !grant.IsOf(sender))
            return Invalid("The refresh token is unknown, or belongs to another wallet or key.");
        if (!(await writes.RunAsync(database => FindAsync(database, issuer, grant, sender), cancellationToken)).TryGetValue(out var found, out var error))
            return error;
        var renewed = await byType[found.Type.ConfigurationId].RenewAsync(found.Subject, cancellationToken);
        if (!renewed.Succeeded(out var credential, out var refusal))
            return RefusalOf(refusal);
        var given = new NewAccess(random.NewSecret(), grant.OfferId, grant.Generation, found.Type, grant.Traits);
        return (await writes.RunAsync(database => GiveAsync(database, given, credential, sender), cancellationToken)) is { } gone ? gone : access.AnswerOnly(given, sender);
    }

    /// <summary>Marks the sender's proofs as used before anybody else is asked.</summary>
    private async Task<Checked<Renewable>> FindAsync(IssuerDb database, HostedIssuer issuer, RefreshGrant grant, Sender sender)
    {
        var offer = await database.Offers.AsNoTracking().SingleOrDefaultAsync(row => row.Id == grant.OfferId);
        if (offer is null || offer.Generation != grant.Generation || !(offer.RefreshUntil > types.Now) || types.Of(offer.ConfigurationId, issuer) is not { } type || !byType.ContainsKey(type.ConfigurationId))
            return Invalid("What it was given for has ended.");
        if (PolicyRules.Refuse(type.Policy, grant.Traits | sender.Traits) is { } weak)
            return weak;
        return await UsedMark.TakeAsync(database, sender.Marks) is { } replayed ? replayed : new Renewable(type, offer.Subject);
    }

    private async Task<ProtocolError?> GiveAsync(IssuerDb database, NewAccess given, RenewedCredential credential, Sender sender)
    {
        var (id, claims, now, end) = (given.OfferId.ToString("D"), credential.Claims.ToJsonString(), types.Now.ToUnixTimeMilliseconds(), credential.ValidUntil?.ToUnixTimeMilliseconds());
        var kept = await database.Database.ExecuteSqlAsync(
            $"UPDATE offers SET claims = {claims}, valid_until = {end} WHERE id = {id} AND generation = {given.Generation} AND refresh_until > {now}");
        if (kept == 0)
            return Invalid("What it was given for has ended meanwhile.");
        await access.StoreAsync(database, given, sender);
        return null;
    }

    private static ProtocolError RefusalOf(Refusal refusal) => refusal.StatusCode == StatusCodes.Status503ServiceUnavailable
        ? new ProtocolError(AuthorizationErrors.TemporarilyUnavailable, "RFC 6749 §4.1.2.1", "It cannot be found out now what the credential says today.")
        : Invalid("The credential is not given out to this person any more.");

    private static ProtocolError Invalid(string detail) => new(IssuanceErrors.InvalidGrant, "RFC 6749 §5.2, §6", detail);

    private sealed record Renewable(CredentialType Type, string Subject);
}
