// RFC 7468 §5, §10 (textual encodings of certificates and of PKCS #8).
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Protocols.Credentials.Trust;

/// <summary>A private key and its certificates, as they rest in one PEM file.</summary>
/// <param name="Key">The key.</param>
/// <param name="Certificates">Its own certificate first, then those that certify it.</param>
public sealed record CertifiedKey(SoftwareSigningKey Key, IReadOnlyList<X509Certificate2> Certificates)
{
    private const string KeyLabel = "PRIVATE KEY";

    /// <summary>Reads what <see cref="ToPem"/> wrote, or what another authority made in this form.</summary>
    /// <exception cref="ArgumentException">The text holds no private key.</exception>
    /// <exception cref="CryptographicException">A part of it is malformed, or the key is not on P-256.</exception>
    public static CertifiedKey FromPem(string pem)
    {
        var key = ECDsa.Create();
        key.ImportFromPem(pem);
        return new CertifiedKey(new SoftwareSigningKey(key), CertificatesIn(pem));
    }

    /// <summary>The certificates of a file that need not hold a key.</summary>
    /// <exception cref="CryptographicException">A certificate is malformed.</exception>
    public static IReadOnlyList<X509Certificate2> CertificatesIn(string pem)
    {
        var certificates = new X509Certificate2Collection();
        certificates.ImportFromPem(pem);
        return [.. certificates];
    }

    /// <summary>The unencrypted key, then the certificates.</summary>
    public string ToPem() =>
        string.Join('\n', [PemEncoding.WriteString(KeyLabel, Key.ToPkcs8()), .. Certificates.Select(certificate => certificate.ExportCertificatePem()), ""]);
}
