// RFC 5280 §4.2.1.6, §4.2.1.7 (subject and issuer alternative names).
using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;

namespace Modellstadt.Protocols.Credentials.Trust;

/// <summary>For which hosts and addresses a certificate is made.</summary>
/// <param name="DnsNames">The DNS names.</param>
/// <param name="Uris">The addresses.</param>
public sealed record AlternativeNames(IReadOnlyList<string> DnsNames, IReadOnlyList<string> Uris)
{
    private const string SubjectAlternativeName = "2.5.29.17";
    private static readonly Asn1Tag UriTag = new(TagClass.ContextSpecific, 6);
    private static readonly Asn1Tag DnsTag = new(TagClass.ContextSpecific, 2);

    /// <summary>Reads the extension; names of other kinds are passed over, a certificate without the extension has no names.</summary>
    /// <param name="certificate">The certificate.</param>
    /// <param name="type">The extension's object identifier: the subject's names, or the issuer's, which have the same form.</param>
    internal static Checked<AlternativeNames> Read(X509Certificate2 certificate, string type = SubjectAlternativeName)
    {
        List<string> hosts = [], addresses = [];
        if (certificate.Extensions[type] is not { } extension)
            return new AlternativeNames(hosts, addresses);
        try
        {
            var reader = new AsnReader(extension.RawData, AsnEncodingRules.DER);
            var names = reader.ReadSequence();
            reader.ThrowIfNotEmpty();
            while (names.HasData)
            {
                if (names.PeekTag().HasSameClassAndValue(DnsTag))
                    hosts.Add(names.ReadCharacterString(UniversalTagNumber.IA5String, DnsTag));
                else if (names.PeekTag().HasSameClassAndValue(UriTag))
                    addresses.Add(names.ReadCharacterString(UniversalTagNumber.IA5String, UriTag));
                else
                    names.ReadEncodedValue();
            }

            return new AlternativeNames(hosts, addresses);
        }
        catch (AsnContentException)
        {
            return new ProtocolError(ErrorCodes.CertificateChain, "RFC 5280 §4.2.1.6, §4.2.1.7", "The alternative names are malformed.");
        }
    }
}
