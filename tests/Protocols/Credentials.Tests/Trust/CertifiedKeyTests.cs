using Modellstadt.Protocols.Credentials.Trust;

namespace Modellstadt.Protocols.Credentials.Tests.Trust;

public sealed class CertifiedKeyTests
{
    private static readonly Validity Years = new(Keys.Now.AddYears(-1), Keys.Now.AddYears(5));
    private static readonly CertificateAuthority Root = CertificateAuthority.CreateRoot("DEMO root", Keys.New(61), Years, Keys.Random(62));

    [Fact]
    public void A_file_gives_back_key_and_certificates_in_their_order()
    {
        using var key = Keys.New(63);
        var leaf = Root.IssueLeaf(new LeafRequest("Leaf", key.PublicKey, CertificateRole.Verifier, Years), Keys.Random(64));

        var (read, certificates) = CertifiedKey.FromPem(new CertifiedKey(key, [leaf, Root.Certificate]).ToPem());

        Assert.True(read.PublicKey.IsSameKeyAs(key.PublicKey));
        Assert.Equal([leaf.Thumbprint, Root.Certificate.Thumbprint], certificates.Select(certificate => certificate.Thumbprint));
    }

    [Fact]
    public void A_file_without_a_key_still_gives_its_certificates()
    {
        var pem = Root.Certificate.ExportCertificatePem();

        Assert.Equal(Root.Certificate.Thumbprint, Assert.Single(CertifiedKey.CertificatesIn(pem)).Thumbprint);
        Assert.Throws<ArgumentException>(() => CertifiedKey.FromPem(pem));
    }
}
