using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Testing;

namespace Modellstadt.Bench.Issuance;

/// <summary>A wallet of its own for every issuance, as in life: a key for its tokens, and its provider's word for it.</summary>
/// <param name="TokenKey">The key that tokens are bound to.</param>
/// <param name="Instance">What the provider attests; null where no attestation is asked for.</param>
internal sealed record AttestedWallet(SigningKey TokenKey, WalletInstance? Instance);

/// <summary>A wallet provider whom the town believes, and its wallets, made before anything is measured.</summary>
internal sealed class AttestedWallets(TimeProvider time, RandomSource random)
{
    /// <summary>The provider.</summary>
    public TestWalletProvider Provider { get; } = new(time.GetUtcNow(), random.Fill);

    /// <summary>The setting by which the town believes the provider.</summary>
    public IReadOnlyDictionary<string, string?> Settings
    {
        get
        {
            var file = Path.Combine(Directory.CreateTempSubdirectory("modellstadt-bench-").FullName, "wallet-provider.pem");
            File.WriteAllText(file, PemEncoding.WriteString("CERTIFICATE", Provider.Root.Export(X509ContentType.Cert)));
            return new Dictionary<string, string?> { ["Issuer:WalletProviderAnchors:0"] = file };
        }
    }

    /// <summary>New wallets.</summary>
    public IReadOnlyList<AttestedWallet> Make(int count) =>
        [.. Enumerable.Range(0, count).AsParallel().Select(_ => new AttestedWallet(NewKey(), Provider.AttestWallet(NewKey(), HeadlessWallet.ClientId, time.GetUtcNow())))];

    /// <summary>A key that nobody has seen.</summary>
    public SigningKey NewKey() => SoftwareSigningKey.Create(random.Fill);
}
