using Modellstadt.Kernel.Towns;

namespace Modellstadt.Issuer;

/// <summary>A credential that waits to be fetched by a wallet.</summary>
/// <param name="Id">The module's own id of the offer; no wallet ever sees it.</param>
/// <param name="OfferByReference">Address of the offer for wallets (OpenID4VCI 1.0, section 4.1.3).</param>
/// <param name="Code">The code to type into a wallet without a camera; show it with <c>TypedCode.Show</c>.</param>
/// <param name="ExpiresAt">When the offer ends.</param>
public sealed record CredentialOffer(Guid Id, Uri OfferByReference, string Code, DateTimeOffset ExpiresAt)
{
    /// <summary>The transaction code (OpenID4VCI 1.0, section 3.5) to be told on another way; null when none was asked for.</summary>
    public string? TransactionCode { get; init; }

    /// <summary>The link that any OpenID4VCI wallet understands, with the offer itself in it (OpenID4VCI 1.0, section 4.1.2). Whoever reads it can fetch the credential.</summary>
    public required Uri AnyWalletLinkByValue { get; init; }

    /// <summary>The link that opens the town's wallet with this offer: for the redirect on the same phone and for the QR code.</summary>
    public Uri WalletLink(TownOptions town) => new(town.WalletAt("/receive") + Query);

    /// <summary>The link that any OpenID4VCI wallet understands.</summary>
    public Uri AnyWalletLink => new(WalletScheme + Query);

    /// <summary>What links for any wallet begin with (OpenID4VCI 1.0, section 4.1).</summary>
    internal const string WalletScheme = "openid-credential-offer://";

    private string Query => "?credential_offer_uri=" + Uri.EscapeDataString(OfferByReference.AbsoluteUri);
}

/// <summary>What became of an offer.</summary>
public enum OfferState
{
    /// <summary>It waits for a wallet.</summary>
    Open,

    /// <summary>A wallet waits for the release, or may come back any moment after it.</summary>
    Deferred,

    /// <summary>A wallet has the credential.</summary>
    Redeemed,

    /// <summary>It was decided not to issue the credential.</summary>
    Refused,

    /// <summary>Nobody fetched it in time; the same draft makes it open again.</summary>
    Expired,
}
