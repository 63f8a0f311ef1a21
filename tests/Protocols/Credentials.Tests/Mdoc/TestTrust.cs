using System.Security.Cryptography.X509Certificates;
using Modellstadt.Protocols.Credentials.Cose;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.Mdoc;
using Modellstadt.Protocols.Credentials.Trust;

namespace Modellstadt.Protocols.Credentials.Tests.Mdoc;

/// <summary>Trust for published examples whose roots were not published with them.</summary>
internal static class TestTrust
{
    /// <summary>Believes the first certificate of x5chain without a path.</summary>
    public static CoseSignerResolver Blindly { get; } = headers => CoseCertificates.Read(headers).Then<TrustedCertificate>(chain =>
    {
        var leaf = X509CertificateLoader.LoadCertificate(chain[0].Span);
        using var key = leaf.GetECDsaPublicKey()!;
        return new TrustedCertificate(leaf, leaf, VerificationKey.Import(JsonWebKey.From(key.ExportParameters(false))), new AlternativeNames([], []));
    });
}
