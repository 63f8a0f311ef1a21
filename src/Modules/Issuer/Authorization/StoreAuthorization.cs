using Modellstadt.Issuer.Identities;
using Modellstadt.Issuer.Offers;
using Modellstadt.Issuer.Storage;
using Modellstadt.Issuer.Tokens;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Kernel.Storage;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.OpenId4Vc.Authorization;

namespace Modellstadt.Issuer.Authorization;

/// <summary>How an authorization request came.</summary>
/// <param name="Pushed">By the wallet itself (RFC 9126), not in the address of the browser.</param>
/// <param name="BrowserHash">The browser that brought it; null for a pushed one, whose browser comes later.</param>
/// <param name="ExpiresAt">Until when it waits.</param>
internal sealed record Arrival(bool Pushed, string? BrowserHash, DateTimeOffset ExpiresAt);

/// <summary>Takes an authorization request: finds what it asks for, judges the means, and stores it.</summary>
internal sealed class StoreAuthorization(GroupCommit<IssuerDb> writes, OfferTypes types, RandomSource random)
{
    /// <summary>What waits now; or the rule that the request breaks, in which case nothing is stored.</summary>
    public async Task<Checked<AuthorizationRow>> StoreAsync(HostedIssuer issuer, AuthorizationRequest request, Sender sender, Arrival arrival, CancellationToken cancellationToken)
    {
        if (!FindType(issuer, request).TryGetValue(out var type, out var error))
            return error;
        var traits = GrantTraits.AuthorizationCode | sender.Traits & GrantTraits.WalletAttestation | (arrival.Pushed ? GrantTraits.PushedRequest : GrantTraits.None)
            | (request.Details.Count > 0 ? GrantTraits.Identifiers : GrantTraits.None);
        // Which key the token will be bound to shows at the token endpoint.
        if (PolicyRules.Refuse(type.Policy, traits | GrantTraits.Dpop) is { } weak)
            return weak;
        // RFC 9449 section 10.1.
        if (request.DpopThumbprint is { } announced && sender.Key is { } key && key.Thumbprint != announced)
            return new ProtocolError(AuthorizationErrors.InvalidDpopProof, "RFC 9449 §10.1", "dpop_jkt is not the key of the DPoP proof.");
        var row = Row(type, request, sender, traits, arrival);
        return await writes.RunAsync(database => StoreAsync(database, row, sender), cancellationToken);
    }

    private AuthorizationRow Row(CredentialType type, AuthorizationRequest request, Sender sender, GrantTraits traits, Arrival arrival) => new()
    {
        Id = random.NewId(),
        ConfigurationId = type.ConfigurationId,
        ClientId = request.ClientId,
        WalletName = sender.Wallet?.Name,
        RedirectUri = request.RedirectUri,
        State = request.State,
        Challenge = request.Challenge,
        Scope = request.Details.Count > 0 ? null : type.ConfigurationId,
        IssuerState = request.IssuerState,
        KeyThumbprint = sender.Key?.Thumbprint ?? request.DpopThumbprint,
        InstanceThumbprint = sender.Wallet?.InstanceThumbprint,
        Traits = traits,
        BrowserHash = arrival.BrowserHash,
        ExpiresAt = arrival.ExpiresAt,
    };

    private static async Task<Checked<AuthorizationRow>> StoreAsync(IssuerDb database, AuthorizationRow row, Sender sender)
    {
        if (await UsedMark.TakeAsync(database, sender.Marks) is { } replayed)
            return replayed;
        database.Authorizations.Add(row);
        await database.SaveChangesAsync();
        return row;
    }

    /// <summary>
    /// The one type that is granted: the first that is asked for by authorization_details, else the first scope that means anything
    /// (OpenID4VCI 1.0, section 5.1.2: unknown ones are ignored). What is asked for beyond it is not granted, and the token response says so.
    /// </summary>
    private Checked<CredentialType> FindType(HostedIssuer issuer, AuthorizationRequest request)
    {
        if (request.Details.Any(id => types.Of(id, issuer) is null))
            return new ProtocolError(AuthorizationErrors.InvalidAuthorizationDetails, "OpenID4VCI 1.0 §5.1.1", "This issuer has no such credential configuration.");
        return request.Details.Concat(request.Scopes).Select(id => types.Of(id, issuer)).FirstOrDefault(type => type is not null) is { } found
            ? found
            : new ProtocolError(AuthorizationErrors.InvalidScope, "OpenID4VCI 1.0 §5.1.2, RFC 6749 §4.1.2.1", "Neither scope nor authorization_details asks for a credential of this issuer.");
    }
}
