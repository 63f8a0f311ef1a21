// RFC 5280 §4.1.1.2, §4.1.2.3 (signature algorithm), §4.2.1.6, §4.2.1.7 (subject and issuer alternative names); RFC 5758 §3.2 (ECDSA with
// SHA-2); RFC 4055 §3.1, §5 (RSA with SHA-2); RFC 9155 §1 (SHA-1 is over).
using System.Security.Cryptography.X509Certificates;

namespace Modellstadt.Protocols.Credentials.Trust;

/// <summary>What holds for every certificate of a chain, whoever signed it.</summary>
internal static class CertificateShape
{
    private const string SubjectAlternativeName = "2.5.29.17";
    private const string IssuerAlternativeName = "2.5.29.18";

    private static readonly HashSet<string> Signatures =
    [
        "1.2.840.10045.4.3.2", "1.2.840.10045.4.3.3", "1.2.840.10045.4.3.4", // ECDSA with SHA-256, SHA-384, SHA-512
        "1.2.840.113549.1.1.10", "1.2.840.113549.1.1.11", "1.2.840.113549.1.1.12", "1.2.840.113549.1.1.13", // RSASSA-PSS; RSA with SHA-2
    ];

    /// <summary>The first rule the certificate breaks, or null.</summary>
    public static ProtocolError? Check(X509Certificate2 certificate)
    {
        if (certificate.SignatureAlgorithm.Value is not { } algorithm || !Signatures.Contains(algorithm))
            return new ProtocolError(ErrorCodes.Algorithm, "RFC 5280 §4.1.1.2, RFC 9155 §1", "A certificate is signed with an algorithm that is not accepted.");
        // Names that nobody asks for must still be names: published issuer certificates carried broken ones, and readers disagreed about them.
        return AlternativeNames.Read(certificate, SubjectAlternativeName).Error ?? AlternativeNames.Read(certificate, IssuerAlternativeName).Error;
    }
}
