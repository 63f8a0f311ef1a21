// RFC 5280 §4.1.2.6, §4.2.1.6, §4.2.1.12; ETSI EN 319 412-1 §5.1.4 (organizationIdentifier).
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Protocols.Credentials.Trust;

/// <summary>What a leaf certificate says.</summary>
/// <param name="Name">Common name of the subject.</param>
/// <param name="Key">The subject's public key.</param>
/// <param name="Role">What the subject may do.</param>
/// <param name="Validity">When it may do so.</param>
public sealed record LeafRequest(string Name, JsonWebKey Key, CertificateRole Role, Validity Validity)
{
    /// <summary>DNS names of the subject.</summary>
    public IReadOnlyList<string> DnsNames { get; init; } = [];

    /// <summary>Addresses of the subject.</summary>
    public IReadOnlyList<Uri> Uris { get; init; } = [];

    /// <summary>Semantic identifier of the organisation in the subject, for example "NTRDE-HRB123"; null leaves it out.</summary>
    public string? OrganizationIdentifier { get; init; }
}
