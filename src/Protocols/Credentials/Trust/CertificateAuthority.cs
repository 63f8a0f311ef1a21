// RFC 5280 §4.1, §4.2 (certificate profile); ISO/IEC 18013-5 Annex B.1.2, B.1.4 (the country of a root and of those below it).
using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.Mdoc;

namespace Modellstadt.Protocols.Credentials.Trust;

/// <summary>
/// Issues certificates: a small authority for demonstrations, tests and towns without one of their own. Pure given time and randomness.
/// </summary>
/// <param name="certificate">The authority's certificate.</param>
/// <param name="key">Its key; stays the caller's.</param>
public sealed class CertificateAuthority(X509Certificate2 certificate, SigningKey key)
{
    private const int SerialLength = 16;

    // ITU-T X.520 §6.4.5
    internal const string OrganizationIdentifier = "2.5.4.97";

    /// <summary>The authority's certificate: a trust anchor, or an intermediate for `x5c`.</summary>
    public X509Certificate2 Certificate { get; } = certificate;

    private string? Country => MdocTrust.CountryOf(Certificate);

    /// <summary>A self-signed root that may certify one level of authorities.</summary>
    /// <param name="name">Common name of the subject.</param>
    /// <param name="key">Its key; stays the caller's.</param>
    /// <param name="validity">When it may certify.</param>
    /// <param name="random">For the serial number.</param>
    /// <param name="country">
    /// Two capital letters that every certificate below it repeats, or null for none. Verifiers of mdocs demand it of issuers.
    /// </param>
    public static CertificateAuthority CreateRoot(string name, SigningKey key, Validity validity, RandomFill random, string? country = null)
    {
        var request = AuthorityRequest(name, country, key.PublicKey, levelsBelow: 1);
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromSubjectKeyIdentifier(SubjectKeyId(request)));
        var root = request.Create(
            request.SubjectName, new SigningKeyGenerator(key), validity.NotBefore, validity.NotAfter, NewSerial(random));
        return new CertificateAuthority(root, key);
    }

    /// <summary>An authority below this one that certifies leaves only.</summary>
    public CertificateAuthority IssueAuthority(string name, SigningKey subordinate, Validity validity, RandomFill random)
    {
        var request = AuthorityRequest(name, Country, subordinate.PublicKey, levelsBelow: 0);
        return new CertificateAuthority(Sign(request, validity, random), subordinate);
    }

    /// <summary>A certificate for an issuer or a verifier.</summary>
    public X509Certificate2 IssueLeaf(LeafRequest leaf, RandomFill random)
    {
        var request = Request(leaf.Name, Country, leaf.Key, leaf.OrganizationIdentifier);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(leaf.Role.Oid)], critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        if (leaf.DnsNames.Count + leaf.Uris.Count > 0)
            request.CertificateExtensions.Add(NamesOf(leaf));
        return Sign(request, leaf.Validity, random);
    }

    private static CertificateRequest AuthorityRequest(string name, string? country, JsonWebKey key, int levelsBelow)
    {
        var request = Request(name, country, key);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, levelsBelow, critical: true));
        request.CertificateExtensions.Add(
            new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        return request;
    }

    private static CertificateRequest Request(string name, string? country, JsonWebKey key, string? organization = null)
    {
        var subject = new X500DistinguishedNameBuilder();
        if (country is not null)
            subject.AddCountryOrRegion(country);
        subject.AddCommonName(name);
        if (organization is not null)
            subject.Add(OrganizationIdentifier, organization, UniversalTagNumber.UTF8String);
        return new CertificateRequest(subject.Build(), SigningKeyGenerator.ToPublicKey(key), HashAlgorithmName.SHA256);
    }

    private static X509Extension NamesOf(LeafRequest leaf)
    {
        var names = new SubjectAlternativeNameBuilder();
        foreach (var host in leaf.DnsNames)
            names.AddDnsName(host);
        foreach (var uri in leaf.Uris)
            names.AddUri(uri);
        return names.Build();
    }

    private static X509SubjectKeyIdentifierExtension SubjectKeyId(CertificateRequest request)
        => request.CertificateExtensions.OfType<X509SubjectKeyIdentifierExtension>().Single();

    // RFC 5280 §4.1.2.2: positive and at most 20 octets.
    private static byte[] NewSerial(RandomFill random)
    {
        var serial = new byte[SerialLength];
        random(serial);
        serial[0] = (byte)((serial[0] & 0x7f) | 0x40);
        return serial;
    }

    private X509Certificate2 Sign(CertificateRequest request, Validity validity, RandomFill random)
    {
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(
            Certificate, includeKeyIdentifier: true, includeIssuerAndSerial: false));
        return request.Create(
            Certificate.SubjectName, new SigningKeyGenerator(key), validity.NotBefore, validity.NotAfter, NewSerial(random));
    }
}
