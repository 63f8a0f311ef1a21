// OpenID4VP 1.0 §5.9.3 (client identifier prefixes), §5.10 (wallet_nonce), §8.3 (encryption), §8.4 (transaction data); HAIP 1.0 §5.1.
using System.Security.Cryptography.X509Certificates;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.OpenId4Vc.Presentation;

namespace Modellstadt.Protocols.OpenId4Vc.Holder;

/// <summary>What a wallet demands of a request. Without further settings as strict as HAIP: signed, and answered encrypted.</summary>
/// <param name="ClientId">`client_id` of the link.</param>
/// <param name="Anchors">The verifiers' roots it believes.</param>
/// <param name="Now">The present.</param>
public sealed record PresentationRequestRules(string ClientId, IReadOnlyCollection<X509Certificate2> Anchors, DateTimeOffset Now)
{
    /// <summary>The nonce the wallet posted to the request URI (OpenID4VP 1.0 §5.10); null when it posted none.</summary>
    public string? WalletNonce { get; init; }

    /// <summary>The keys of those it trusts to attest verifiers, by `iss`; empty trusts nobody.</summary>
    public IReadOnlyDictionary<string, VerificationKey> AttestationIssuers { get; init; } = new Dictionary<string, VerificationKey>();

    /// <summary>The types of transaction data it can show to its person; any other refuses the request.</summary>
    public IReadOnlyList<TransactionDataType> TransactionTypes { get; init; } = [];

    /// <summary>True when it answers verifiers nobody vouches for (`redirect_uri`); HAIP forbids it.</summary>
    public bool AllowsUnsignedRequests { get; init; }

    /// <summary>True when it answers in the clear (`direct_post`); HAIP forbids it.</summary>
    public bool AllowsClearAnswers { get; init; }

    /// <summary>True only for demonstrations on one machine.</summary>
    public bool AllowsInsecureHttp { get; init; }
}
