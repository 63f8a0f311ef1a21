// OpenID4VP 1.0 Appendix A.2 (origin, expected_origins), §5.9.3 (x509_hash); HAIP 1.0 §5.2.
using System.Security.Cryptography.X509Certificates;

namespace Modellstadt.Protocols.OpenId4Vc.Holder;

/// <summary>What a wallet demands of a question that the browser brings.</summary>
/// <param name="Origin">The origin of the calling page, as the browser vouches for it; never taken from the question.</param>
/// <param name="Anchors">The verifiers' roots it believes.</param>
/// <param name="Now">The present.</param>
public sealed record DigitalCredentialRules(string Origin, IReadOnlyCollection<X509Certificate2> Anchors, DateTimeOffset Now)
{
    /// <summary>True when answers in the clear (`dc_api`) are given; HAIP 1.0 §5.2 knows encrypted ones only, the default.</summary>
    public bool AllowsClearAnswers { get; init; }

    /// <summary>True only for demonstrations on one machine.</summary>
    public bool AllowsInsecureHttp { get; init; }
}
