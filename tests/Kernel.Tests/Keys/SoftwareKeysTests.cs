using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Keys;
using Modellstadt.Kernel.Storage;
using Modellstadt.Testing;

namespace Modellstadt.Kernel.Tests.Keys;

public sealed class SoftwareKeysTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("modellstadt-keys-").FullName;

    [Fact]
    public void A_key_signs_and_its_public_half_verifies()
    {
        var key = Open(1).OpenOrCreate("issuer");
        using var verifier = ECDsa.Create(key.PublicKey);
        Assert.True(verifier.VerifyData("text"u8, key.Sign("text"u8), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation));
        Assert.Null(key.PublicKey.D);
    }

    [Fact]
    public void The_same_name_is_the_same_key_in_every_process_and_another_name_another_one()
    {
        var keys = Open(1);
        Assert.Same(keys.OpenOrCreate("issuer"), keys.OpenOrCreate("issuer"));
        Assert.Equal(keys.OpenOrCreate("issuer").PublicKey.Q.X, Open(2).OpenOrCreate("issuer").PublicKey.Q.X);
        Assert.NotEqual(keys.OpenOrCreate("issuer").PublicKey.Q.X, keys.OpenOrCreate("verifier").PublicKey.Q.X);
    }

    [Fact]
    public void A_key_from_elsewhere_is_read_with_its_certificates_beside_it()
    {
        using var made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new System.Security.Cryptography.X509Certificates.CertificateRequest("CN=registrar", made, HashAlgorithmName.SHA256)
            .CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        Directory.CreateDirectory(Path.Combine(folder, "keys"));
        File.WriteAllText(Path.Combine(folder, "keys", "access.pem"), $"{made.ExportPkcs8PrivateKeyPem()}\n{certificate.ExportCertificatePem()}\n");

        Assert.Equal(made.ExportParameters(false).Q.X, Open(1).OpenOrCreate("access").PublicKey.Q.X);
        Assert.Contains(certificate.ExportCertificatePem(), Files.ReadOrCreateCertificates("access", () => throw new InvalidOperationException("They are there.")), StringComparison.Ordinal);
    }

    [Fact]
    public void Certificates_of_the_towns_own_keys_lie_beside_them_and_are_made_once()
    {
        Open(1).OpenOrCreate("issuer");
        Assert.Equal("first", Files.ReadOrCreateCertificates("issuer", () => "first"));
        Assert.Equal("first", Files.ReadOrCreateCertificates("issuer", () => "second"));
    }

    public void Dispose() => TestFolder.Remove(folder);

    private KeyFiles Files => new(Options.Create(new StorageOptions { DataDirectory = folder }));

    private SoftwareKeys Open(int seed) => new(Files, new SeededRandomness(seed));
}
