using Modellstadt.Issuer.Tokens;

namespace Modellstadt.Issuer.Storage;

/// <summary>A wallet's request that a person may grant it a credential. Its request_uri and its code are derived from the id.</summary>
internal sealed class AuthorizationRow
{
    public required Guid Id { get; init; }

    public required string ConfigurationId { get; init; }

    public required string ClientId { get; init; }

    /// <summary>What the wallet's attestation calls it.</summary>
    public string? WalletName { get; init; }

    public required string RedirectUri { get; init; }

    public string? State { get; init; }

    /// <summary>The PKCE challenge.</summary>
    public required string Challenge { get; init; }

    /// <summary>The scope that was understood; null when it was asked for by authorization_details.</summary>
    public string? Scope { get; init; }

    /// <summary>From an offer, or from an attacker.</summary>
    public string? IssuerState { get; init; }

    /// <summary>The key that the code is bound to (DPoP).</summary>
    public string? KeyThumbprint { get; init; }

    /// <summary>The key of the wallet's attestation, to which the code is bound.</summary>
    public string? InstanceThumbprint { get; init; }

    public required GrantTraits Traits { get; init; }

    /// <summary>SHA-256 of the session secret of the browser that opened it last; null before the first.</summary>
    public string? BrowserHash { get; init; }

    /// <summary>Until when the browser may come; once it has, until when the person may decide; then until when the row is kept.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When the person decided.</summary>
    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>What was granted; null when it was refused.</summary>
    public Guid? OfferId { get; init; }

    /// <summary>The generation of the offer.</summary>
    public int? OfferGeneration { get; init; }

    public DateTimeOffset? CodeUsedAt { get; init; }
}
