using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Modellstadt.Protocols.Credentials.Mdoc;

namespace Modellstadt.Protocols.Credentials.Tests.Mdoc;

/// <summary>A root with a country, and document signers of any country below it (ISO/IEC 18013-5 Annex B).</summary>
internal static class NationalRoot
{
    private static readonly ECDsa RootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public static X509Certificate2 Root { get; } = MakeRoot();

    public static X509Certificate2 Signer(string country)
    {
        using var key = ECDsa.Create(Keys.Issuer.PublicKey.ToParameters());
        var request = new CertificateRequest($"CN=DEMO signer,C={country}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(MdocTrust.DocumentSigner.Oid)], true));
        return request.Create(Root, Keys.Now.AddMonths(-1), Keys.Now.AddMonths(11), [0x41, 0x01]);
    }

    private static X509Certificate2 MakeRoot()
    {
        var request = new CertificateRequest("CN=DEMO IACA,C=DE", RootKey, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        return request.CreateSelfSigned(Keys.Now.AddYears(-1), Keys.Now.AddYears(5));
    }
}
