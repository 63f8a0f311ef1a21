// RFC 5280 §4.2.1.6 (subject alternative names); ETSI EN 319 412-1 §5.1.3, §5.1.4 (semantic identifiers of persons and organisations); OpenID4VP 1.0 §5.9.3 (x509_hash, x509_san_dns).
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Protocols.Credentials.Trust;

/// <summary>
/// A leaf certificate whose chain was validated. It may be kept and its key used until the chain must be validated again.
/// </summary>
/// <param name="Leaf">The certificate.</param>
/// <param name="Anchor">The pinned certificate at the end of its chain.</param>
/// <param name="Key">Its public key, ready to verify.</param>
/// <param name="Names">For which hosts and addresses it is made.</param>
public sealed record TrustedCertificate(X509Certificate2 Leaf, X509Certificate2 Anchor, VerificationKey Key, AlternativeNames Names)
{
    /// <summary>SHA-256 over the DER certificate as base64url: the value after "x509_hash:".</summary>
    public string Hash => HashOf(Leaf);

    /// <summary>SHA-256 over a DER certificate as base64url: the value after "x509_hash:".</summary>
    public static string HashOf(X509Certificate2 certificate) => Base64Url.Encode(SHA256.HashData(certificate.RawDataMemory.Span));

    /// <summary>True when the certificate names exactly this host; wildcards do not count.</summary>
    public bool IsForHost(string host) => Names.DnsNames.Contains(host, StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// The semantic identifier in the subject: `organizationIdentifier` of an organisation, `serialNumber` of a person; null when there is
    /// none or more than one.
    /// </summary>
    public string? SubjectIdentifier => IdentifierIn(Leaf);

    /// <summary>The semantic identifier in the subject of any certificate, as <see cref="SubjectIdentifier"/>.</summary>
    public static string? IdentifierIn(X509Certificate2 certificate) => Single(certificate, CertificateAuthority.OrganizationIdentifier) ?? Single(certificate, "2.5.4.5");

    private static string? Single(X509Certificate2 certificate, string type)
    {
        try
        {
            var values = certificate.SubjectName.EnumerateRelativeDistinguishedNames()
                .Where(name => !name.HasMultipleElements && name.GetSingleElementType().Value == type)
                .Select(name => name.GetSingleElementValue()).ToList();
            return values.Count == 1 ? values[0] : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
