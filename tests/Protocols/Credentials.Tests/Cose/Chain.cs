using System.Security.Cryptography.X509Certificates;
using Modellstadt.Protocols.Credentials.Trust;

namespace Modellstadt.Protocols.Credentials.Tests.Cose;

/// <summary>A root and the leaf of <see cref="Keys.Issuer"/> below it.</summary>
internal static class Chain
{
    private static readonly Validity Years = new(Keys.Now.AddYears(-1), Keys.Now.AddYears(5));

    private static readonly CertificateAuthority Root = CertificateAuthority.CreateRoot("DEMO root", Keys.New(61), Years, Keys.Random(62));

    public static X509Certificate2 Anchor => Root.Certificate;

    public static X509Certificate2 Leaf { get; } = Root.IssueLeaf(
        new LeafRequest("DEMO issuer", Keys.Issuer.PublicKey, CertificateRole.CredentialIssuer, Years), Keys.Random(63));

    public static ChainRules Rules { get; } = new([Root.Certificate], CertificateRole.CredentialIssuer, Keys.Now);
}
