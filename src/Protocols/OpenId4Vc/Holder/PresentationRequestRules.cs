// OpenID4VP 1.0 §5.9.3 (x509_hash), §5.10 (wallet_nonce).
using System.Security.Cryptography.X509Certificates;

namespace Modellstadt.Protocols.OpenId4Vc.Holder;

/// <summary>What a wallet demands of a request object.</summary>
/// <param name="ClientId">`client_id` of the link.</param>
/// <param name="Anchors">The verifiers' roots it believes.</param>
/// <param name="Now">The present.</param>
public sealed record PresentationRequestRules(string ClientId, IReadOnlyCollection<X509Certificate2> Anchors, DateTimeOffset Now)
{
    /// <summary>The nonce the wallet posted to the request URI (OpenID4VP 1.0 §5.10); null when it posted none.</summary>
    public string? WalletNonce { get; init; }

    /// <summary>True only for demonstrations on one machine.</summary>
    public bool AllowsInsecureHttp { get; init; }
}
