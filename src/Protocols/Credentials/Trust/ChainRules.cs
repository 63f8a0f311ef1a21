// RFC 5280 §6.1.1 (inputs of path validation).
using System.Security.Cryptography.X509Certificates;

namespace Modellstadt.Protocols.Credentials.Trust;

/// <summary>Whom to trust, for what and when.</summary>
/// <param name="Anchors">The pinned, self-signed roots; no system store is ever asked. An empty list trusts nobody.</param>
/// <param name="Role">What the leaf must be authorised for.</param>
/// <param name="At">The time at which every certificate must be valid.</param>
public sealed record ChainRules(IReadOnlyCollection<X509Certificate2> Anchors, CertificateRole Role, DateTimeOffset At)
{
    /// <summary>
    /// True when the anchors certify for this role only, as roots of foreign frameworks do that know nothing of our usages: then a
    /// leaf that names no usage is meant for the role. A leaf that names usages must still name the role.
    /// </summary>
    public bool AnchorsServeOnlyThisRole { get; init; }

    /// <summary>The most certificates in `x5c`.</summary>
    public int MaxCertificates { get; init; } = 4;

    /// <summary>The most bytes of one certificate.</summary>
    public int MaxCertificateBytes { get; init; } = 8 * 1024;
}
