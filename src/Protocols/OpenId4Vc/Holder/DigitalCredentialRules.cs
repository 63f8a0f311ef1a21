// OpenID4VP 1.0 Appendix A.2 (origin, expected_origins); HAIP 1.0 §5.2.
using System.Security.Cryptography.X509Certificates;

namespace Modellstadt.Protocols.OpenId4Vc.Holder;

/// <summary>What a wallet demands of a question that the browser brings. Without further settings as strict as HAIP: answered encrypted.</summary>
/// <param name="Origin">The origin of the calling page, as the browser vouches for it; never taken from the question.</param>
/// <param name="Anchors">The verifiers' roots it believes.</param>
/// <param name="Now">The present.</param>
public sealed record DigitalCredentialRules(string Origin, IReadOnlyCollection<X509Certificate2> Anchors, DateTimeOffset Now) : RequestRules(Anchors, Now)
{
    /// <summary>True for web pages over https; origins of other kinds (apps) are written otherwise and not known here.</summary>
    internal bool IsUsable => Origin.StartsWith("https://", StringComparison.Ordinal) || (AllowsInsecureHttp && Origin.StartsWith("http://", StringComparison.Ordinal));
}
