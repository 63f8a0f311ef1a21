// ISO/IEC 18013-5 §9.3.1, §9.3.3, Annex B.1.2 (IACA root), B.1.4 (document signer), B.1.7 (reader).
using System.Security.Cryptography.X509Certificates;
using Modellstadt.Protocols.Credentials.Cose;
using Modellstadt.Protocols.Credentials.Trust;

namespace Modellstadt.Protocols.Credentials.Mdoc;

/// <summary>Whose mdocs and whose requests are believed.</summary>
public static class MdocTrust
{
    private const string CountryName = "2.5.4.6";

    /// <summary>Signs mobile security objects (extended key usage mdlDS, Annex B.1.4).</summary>
    public static CertificateRole DocumentSigner { get; } = new("mdoc document signer", "1.0.18013.5.1.2");

    /// <summary>Signs device requests (extended key usage mdlReaderAuth, Annex B.1.7).</summary>
    public static CertificateRole Reader { get; } = new("mdoc reader", "1.0.18013.5.1.6");

    /// <summary>
    /// Validates x5chain by the first rules that accept it: one issuer may be certified as <see cref="DocumentSigner"/>, another one for a
    /// role of our own.
    /// </summary>
    /// <returns>The certificate, or the refusal of the last rules.</returns>
    public static CoseSignerResolver By(params IReadOnlyList<ChainRules> accepted) => headers =>
    {
        Checked<TrustedCertificate> outcome = new ProtocolError(ErrorCodes.UntrustedChain, "ISO/IEC 18013-5 §9.3.3", "Nobody is trusted.");
        foreach (var rules in accepted)
        {
            outcome = CoseCertificates.Validate(headers, rules).Then(CheckCountry);
            if (outcome.Error is null)
                return outcome;
        }

        return outcome;
    };

    /// <summary>The country in the subject of a certificate, or null when it names none.</summary>
    internal static string? CountryOf(X509Certificate2 certificate) => certificate.SubjectName.EnumerateRelativeDistinguishedNames()
        .FirstOrDefault(name => !name.HasMultipleElements && name.GetSingleElementType().Value == CountryName)?.GetSingleElementValue();

    // Annex B.1.4: a document signer belongs to the country of its root. Certificates of other roles need not name one.
    private static Checked<TrustedCertificate> CheckCountry(TrustedCertificate certificate)
        => CountryOf(certificate.Anchor) is not { } country || CountryOf(certificate.Leaf) is not { } signer || country == signer
            ? certificate
            : new ProtocolError(ErrorCodes.UntrustedChain, "ISO/IEC 18013-5 Annex B.1.4", "Root and document signer name different countries.");
}
