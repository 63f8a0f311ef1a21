// RFC 9360 §2 (x5chain); ISO/IEC 18013-5 §9.1.2.4 (x5chain of issuerAuth), §9.1.4.4 (x5chain of readerAuth).
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Modellstadt.Protocols.Credentials.Cbor;
using Modellstadt.Protocols.Credentials.Trust;

namespace Modellstadt.Protocols.Credentials.Cose;

/// <summary>Writes and reads the header parameter x5chain.</summary>
public static class CoseCertificates
{
    /// <summary>The header parameter: one certificate alone, several as array, leaf first and without the root.</summary>
    public static CborEntry ToHeader(params IReadOnlyList<X509Certificate2> leafFirst) => CborEntry.Of(
        CoseLabels.Certificates,
        leafFirst is [var only] ? Of(only) : CborItem.Array(leafFirst.Select(Of)));

    /// <summary>The certificates in the headers of a message that is not verified yet, leaf first; the protected bucket is preferred.</summary>
    public static Checked<IReadOnlyList<ReadOnlyMemory<byte>>> Read(CoseHeaders headers)
    {
        var item = headers.Protected.Member(CoseLabels.Certificates) ?? headers.Unprotected.Member(CoseLabels.Certificates);
        IEnumerable<CborItem> found = item switch
        {
            { Bytes: not null } => [item],
            { Elements: { Count: > 0 } several } => several,
            _ => [],
        };
        var certificates = found.Select(certificate => certificate.Bytes).ToList();
        return certificates.Count > 0 && certificates.All(certificate => certificate is not null)
            ? certificates.Select(certificate => certificate!.Value).ToList()
            : Refuse("x5chain is missing or holds something else than certificates.");
    }

    /// <summary>Validates x5chain; the signature is to be checked with the returned key.</summary>
    public static Checked<TrustedCertificate> Validate(CoseHeaders headers, ChainRules rules)
        => Read(headers).Then(chain => Load(chain, rules)).Then(chain => CertificateChains.Validate(chain, rules));

    private static Checked<IReadOnlyList<X509Certificate2>> Load(IReadOnlyList<ReadOnlyMemory<byte>> chain, ChainRules rules)
    {
        if (chain.Count > rules.MaxCertificates || chain.Any(certificate => certificate.Length > rules.MaxCertificateBytes))
            return Refuse("x5chain holds too many certificates or too long ones.");
        try
        {
            var loaded = chain.Select(certificate => X509CertificateLoader.LoadCertificate(certificate.Span)).ToList();
            // Strict DER: what is read must be what was sent, without anything after it.
            return loaded.Zip(chain).All(pair => pair.First.RawDataMemory.Span.SequenceEqual(pair.Second.Span))
                ? loaded
                : Refuse("An entry of x5chain holds more than a certificate.");
        }
        catch (CryptographicException)
        {
            return Refuse("An entry of x5chain is not a DER certificate.");
        }
    }

    private static CborItem Of(X509Certificate2 certificate) => CborItem.Of(certificate.RawDataMemory.Span);

    private static ProtocolError Refuse(string detail) => new(ErrorCodes.CertificateChain, "RFC 9360 §2", detail);
}
