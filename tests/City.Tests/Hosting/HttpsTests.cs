using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Modellstadt.Testing;

namespace Modellstadt.City.Tests.Hosting;

/// <summary>HTTPS with certificates from PEM files, as an authority hands them out.</summary>
public sealed class HttpsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("modellstadt-https-").FullName;

    [Fact]
    public async Task A_phone_that_knows_only_the_root_trusts_the_town()
    {
        var root = WriteChain();
        await using var town = await RunningTown.StartAsync(
            new Dictionary<string, string?> { ["Https:Certificate"] = Path.Combine(folder, "fullchain.pem"), ["Https:Key"] = Path.Combine(folder, "key.pem") }, scheme: "https");
        using var phone = Phone(root);

        using var answer = await phone.GetAsync(new Uri(town.PortalUrl, "/citizen-id"), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("max-age=31536000", answer.Headers.GetValues("Strict-Transport-Security").Single());
        using var wallet = await phone.GetAsync(town.WalletUrl, TestContext.Current.CancellationToken);
        Assert.Equal("max-age=31536000", wallet.Headers.GetValues("Strict-Transport-Security").Single());
        Assert.Contains("secure", answer.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("modellstadt-form", StringComparison.Ordinal)), StringComparison.OrdinalIgnoreCase);
    }

    public void Dispose() => TestFolder.Remove(folder);

    /// <summary>Root, intermediate and leaf; the file for the server holds leaf and intermediate.</summary>
    private X509Certificate2 WriteChain()
    {
        using var rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var middleKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var leafKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var root = Authority("Test root", rootKey).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        using var middle = Authority("Test intermediate", middleKey).Create(root, root.NotBefore, root.NotAfter, [1]).CopyWithPrivateKey(middleKey);
        var request = new CertificateRequest("CN=localhost", leafKey, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddDnsName("wallet.localhost");
        request.CertificateExtensions.Add(names.Build());
        using var leaf = request.Create(middle, root.NotBefore, root.NotAfter, [2]);
        File.WriteAllText(Path.Combine(folder, "fullchain.pem"), $"{leaf.ExportCertificatePem()}\n{middle.ExportCertificatePem()}\n");
        File.WriteAllText(Path.Combine(folder, "key.pem"), leafKey.ExportPkcs8PrivateKeyPem());
        return root;
    }

    private static CertificateRequest Authority(string name, ECDsa key)
    {
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, critical: true));
        return request;
    }

    private static HttpClient Phone(X509Certificate2 root) => new(new SocketsHttpHandler
    {
        ConnectCallback = HostedTown.ConnectHereAsync,
        SslOptions = new SslClientAuthenticationOptions
        {
            CertificateChainPolicy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, CustomTrustStore = { root }, RevocationMode = X509RevocationMode.NoCheck, DisableCertificateDownloads = true },
        },
    });
}
