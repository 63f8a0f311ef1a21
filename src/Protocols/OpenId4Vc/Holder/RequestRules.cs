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
    public IReadOnlyList<TransactionType> TransactionTypes { get; init; } = [];

    /// <summary>The roots of registrars it believes; without any, registrations say nothing.</summary>
    public IReadOnlyCollection<X509Certificate2> Registrars { get; init; } = [];

    /// <summary>True when it answers only questions that are covered by a registration; otherwise the person is told and decides.</summary>
    public bool DemandsRegistration { get; init; }

    /// <summary>True when it answers in the clear (`direct_post`, `dc_api`); HAIP forbids it.</summary>
    public bool AllowsClearAnswers { get; init; }

    /// <summary>True only for demonstrations on one machine.</summary>
    public bool AllowsInsecureHttp { get; init; }
}
