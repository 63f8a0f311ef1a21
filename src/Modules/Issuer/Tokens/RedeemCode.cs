using Microsoft.EntityFrameworkCore;
using Modellstadt.Issuer.Identities;
using Modellstadt.Issuer.Offers;
using Modellstadt.Issuer.Storage;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Kernel.Storage;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.OpenId4Vc.Authorization;
using Modellstadt.Protocols.OpenId4Vc.Issuance;

namespace Modellstadt.Issuer.Tokens;

/// <summary>Turns a pre-authorized code into an access token, once (OpenID4VCI 1.0, section 6).</summary>
internal sealed class RedeemCode(
    GroupCommit<IssuerDb> writes, OfferTypes types, OfferSecrets secrets, TransactionCodes codes, GiveAccess access, RandomSource random)
{
    // Not static: a compiled query belongs to the database of one server, and tests run several in one process.
    private readonly Func<IssuerDb, string, Task<OfferRow?>> findOffer =
        EF.CompileAsyncQuery((IssuerDb database, string hash) => database.Offers.AsNoTracking().SingleOrDefault(offer => offer.CodeHash == hash));

    /// <summary>An access token, or `invalid_grant`.</summary>
    public async Task<Checked<TokenResponse>> RedeemAsync(HostedIssuer issuer, TokenRequest request, Sender sender, CancellationToken cancellationToken)
    {
        var token = random.NewSecret();
        return (await writes.RunAsync(database => RedeemAsync(database, issuer, request, sender, token), cancellationToken))
            .Then<TokenResponse>(given => access.Answer(issuer, given, sender));
    }

    /// <summary>The offer with this code, whichever of the accepted keys made it.</summary>
    private async Task<OfferRow?> FindAsync(IssuerDb database, string code)
    {
        foreach (var hash in secrets.Fingerprints(code))
        {
            if (await findOffer(database, hash) is { } offer)
                return offer;
        }

        return null;
    }

    private async Task<Checked<NewAccess>> RedeemAsync(IssuerDb database, HostedIssuer issuer, TokenRequest request, Sender sender, string token)
    {
        var offer = await FindAsync(database, request.PreAuthorizedCode);
        if (offer is null || types.OfOpen(offer, issuer) is not { } type)
            return Invalid("The code is unknown, was used or has expired.");
        var traits = sender.Traits | (request.Details.Count > 0 ? GrantTraits.Identifiers : GrantTraits.None);
        if ((PolicyRules.Refuse(type.Policy, traits) ?? CheckDetails(request, type) ?? await codes.CheckAsync(database, offer, request.TransactionCode)) is { } refused)
            return refused;
        if (await UsedMark.TakeAsync(database, sender.Marks) is { } replayed)
            return replayed;

        var (id, now, refreshUntil) = (offer.Id.ToString("D"), types.Now.ToUnixTimeMilliseconds(), access.RefreshUntil(type, sender));
        // Another process may have been quicker since the offer was read, with the code or with a revocation: one of the two finds no row to change.
        var used = await database.Database.ExecuteSqlAsync(
            $"UPDATE offers SET code_used_at = {now}, refresh_until = {refreshUntil} WHERE id = {id} AND generation = {offer.Generation} AND code_used_at IS NULL AND expires_at > {now}");
        if (used == 0)
            return Invalid("The code was used.");
        var given = new NewAccess(token, offer.Id, offer.Generation, type, traits);
        await GiveAccess.EndEarlierAsync(database, given.OfferId, given.Generation);
        await access.StoreAsync(database, given, sender);
        return given;
    }

    private static ProtocolError? CheckDetails(TokenRequest request, CredentialType type) => request.Details.Count == 0 || request.Details.Any(type.ConfigurationIds.Contains)
        ? null
        : new ProtocolError(AuthorizationErrors.InvalidAuthorizationDetails, "OpenID4VCI 1.0 §6.1.1", "The offer is for another credential configuration.");

    private static ProtocolError Invalid(string detail) => new(IssuanceErrors.InvalidGrant, "OpenID4VCI 1.0 §6.3, RFC 6749 §5.2", detail);
}
