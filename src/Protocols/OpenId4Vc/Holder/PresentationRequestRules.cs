// OpenID4VP 1.0 §5.9.3 (client identifier prefixes), §5.10 (wallet_nonce); HAIP 1.0 §5.1.
using System.Security.Cryptography.X509Certificates;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Protocols.OpenId4Vc.Holder;

/// <summary>What a wallet demands of a request behind a link. Without further settings as strict as HAIP: signed, and answered encrypted.</summary>
/// <param name="ClientId">`client_id` of the link.</param>
/// <param name="Anchors">The verifiers' roots it believes.</param>
/// <param name="Now">The present.</param>
public sealed record PresentationRequestRules(string ClientId, IReadOnlyCollection<X509Certificate2> Anchors, DateTimeOffset Now) : RequestRules(Anchors, Now)
{
    /// <summary>The nonce the wallet posted to the request URI (OpenID4VP 1.0 §5.10); null when it posted none.</summary>
    public string? WalletNonce { get; init; }

    /// <summary>The key in the wallet metadata that was sent, to which the question must be encrypted; null when none was sent.</summary>
    public DecryptionKey? RequestKey { get; init; }

    /// <summary>
    /// The request URI, if the wallet takes it for `aud`, too: a widespread verifier library writes it there. Nothing is lost with
    /// it: signature, client_id and response_uri say who asks and who gets the answer. Null for §5.8 to the letter.
    /// </summary>
    public string? FetchedFrom { get; init; }

    /// <summary>True when it answers verifiers nobody vouches for (`redirect_uri`); HAIP forbids it.</summary>
    public bool AllowsUnsignedRequests { get; init; }
}
