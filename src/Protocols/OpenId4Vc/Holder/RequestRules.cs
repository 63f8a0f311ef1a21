// OpenID4VP 1.0 §5.9.3 (client identifier prefixes), §8.3 (encryption), §8.4 (transaction data); HAIP 1.0 §5.
using System.Security.Cryptography.X509Certificates;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.OpenId4Vc.Presentation;

namespace Modellstadt.Protocols.OpenId4Vc.Holder;

/// <summary>What a wallet demands of every question, whichever way it took. Without further settings as strict as HAIP: answered encrypted.</summary>
/// <param name="Anchors">The verifiers' roots it believes.</param>
/// <param name="Now">The present.</param>
public abstract record RequestRules(IReadOnlyCollection<X509Certificate2> Anchors, DateTimeOffset Now)
{
    /// <summary>The keys of those it trusts to attest verifiers, by `iss`; empty trusts nobody.</summary>
    public IReadOnlyDictionary<string, VerificationKey> AttestationIssuers { get; init; } = new Dictionary<string, VerificationKey>();

    /// <summary>The types of transaction data it can show to its person; any other refuses the request.</summary>
    public IReadOnlyList<TransactionDataType> TransactionTypes { get; init; } = [];

    /// <summary>True when it answers in the clear (`direct_post`, `dc_api`); HAIP forbids it.</summary>
    public bool AllowsClearAnswers { get; init; }

    /// <summary>True only for demonstrations on one machine.</summary>
    public bool AllowsInsecureHttp { get; init; }
}
