// OpenID4VCI 1.0 §4.1.2 (by value), §4.1.3 (by reference); HAIP 1.0 §4.2 (haip-vci://).
using System.Text;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Protocols.OpenId4Vc.Issuance;

/// <summary>The link or QR code that brings an offer to a wallet: the offer itself, or the address where it lies.</summary>
public sealed record CredentialOfferLink
{
    private const int MaxLength = 16 * 1024;
    private const string ByValueParameter = "credential_offer";
    private const string ByReferenceParameter = "credential_offer_uri";

    private CredentialOfferLink()
    {
    }

    /// <summary>The offer sent by value; null when it is to be fetched from <see cref="Reference"/>.</summary>
    public CredentialOfferObject? Offer { get; private init; }

    /// <summary>Where the offer lies; null when it was sent by value.</summary>
    public Uri? Reference { get; private init; }

    /// <summary>A link that carries the offer.</summary>
    /// <param name="walletEndpoint">`openid-credential-offer://`, `haip-vci://` or a wallet's own https address.</param>
    /// <param name="offer">What is offered.</param>
    public static string ByValue(string walletEndpoint, CredentialOfferObject offer)
        => Build(walletEndpoint, ByValueParameter, Encoding.UTF8.GetString(StrictJson.Write(offer.ToJson())));

    /// <summary>A link that says where the offer lies.</summary>
    public static string ByReference(string walletEndpoint, Uri reference) => Build(walletEndpoint, ByReferenceParameter, reference.AbsoluteUri);

    /// <summary>Reads a link; exactly one of the two parameters must be there.</summary>
    public static Checked<CredentialOfferLink> Parse(string link)
    {
        if (link.Length > MaxLength)
            return new ProtocolError(ErrorCodes.TooLarge, "OpenID4VCI 1.0 §4.1", $"The link is longer than {MaxLength} characters.");
        if (!Uri.TryCreate(link, UriKind.Absolute, out var uri))
            return Refuse("The link is not an address.");
        if (!FormParameters.Parse(uri.Query.TrimStart('?')).TryGetValue(out var query, out var error))
            return error;
        return (query[ByValueParameter], query[ByReferenceParameter]) switch
        {
            ({ } value, null) => CredentialOfferObject.Parse(Encoding.UTF8.GetBytes(value)).Then<CredentialOfferLink>(offer => new CredentialOfferLink { Offer = offer }),
            (null, { } reference) => ReadReference(reference),
            _ => Refuse("Exactly one of credential_offer and credential_offer_uri is needed."),
        };
    }

    private static Checked<CredentialOfferLink> ReadReference(string text)
        => Uri.TryCreate(text, UriKind.Absolute, out var reference) && reference.Scheme is "https" or "http"
            ? new CredentialOfferLink { Reference = reference }
            : Refuse("credential_offer_uri is not an https address.");

    private static string Build(string walletEndpoint, string parameter, string value)
        => $"{walletEndpoint}{(walletEndpoint.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{parameter}={Uri.EscapeDataString(value)}";

    private static ProtocolError Refuse(string detail) => new(ErrorCodes.Malformed, "OpenID4VCI 1.0 §4.1", detail);
}
