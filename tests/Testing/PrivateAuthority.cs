using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Modellstadt.Testing;

/// <summary>
/// An authority of its own for HTTPS on this machine, and one certificate for all servers of the tests. It is made anew for every run;
/// its key is forgotten at once.
/// </summary>
public sealed class PrivateAuthority : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("modellstadt-authority-").FullName;

    /// <summary>Makes the authority and the servers' certificate.</summary>
    public PrivateAuthority()
    {
        using var rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var leafKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Modellstadt test authority", rootKey, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: true, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, critical: true));
        Root = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        using var leaf = Leaf(leafKey);
        ServerKeyPin = Convert.ToBase64String(SHA256.HashData(leaf.PublicKey.ExportSubjectPublicKeyInfo()));
        File.WriteAllText(RootFile, Root.ExportCertificatePem());
        File.WriteAllText(CertificateFile, leaf.ExportCertificatePem());
        File.WriteAllText(KeyFile, leafKey.ExportPkcs8PrivateKeyPem());
    }

    /// <summary>The authority's certificate.</summary>
    public X509Certificate2 Root { get; }

    /// <summary>SHA-256 of the servers' public key as base64, for browsers that are told which key to believe.</summary>
    public string ServerKeyPin { get; }

    /// <summary>PEM file of the authority.</summary>
    public string RootFile => Path.Combine(folder, "authority.crt");

    /// <summary>PEM file of the servers' certificate.</summary>
    public string CertificateFile => Path.Combine(folder, "server.pem");

    /// <summary>PEM file of the servers' key.</summary>
    public string KeyFile => Path.Combine(folder, "server.key");

    /// <summary>A client that trusts this authority and nobody else.</summary>
    public HttpClient Client() => new(Line());

    /// <summary>A connection that trusts this authority and nobody else, without cookies.</summary>
    public SocketsHttpHandler Line() => new()
    {
        UseCookies = false,
        SslOptions =
        {
            CertificateChainPolicy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust, CustomTrustStore = { Root }, RevocationMode = X509RevocationMode.NoCheck, DisableCertificateDownloads = true,
            },
        },
    };

    /// <summary>Writes somebody's certificate (base64 DER) into a PEM file beside the others.</summary>
    public string Keep(string name, string certificate)
    {
        using var read = X509CertificateLoader.LoadCertificate(Convert.FromBase64String(certificate));
        var file = Path.Combine(folder, name);
        File.WriteAllText(file, read.ExportCertificatePem());
        return file;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        Root.Dispose();
        TestFolder.Remove(folder);
    }

    private X509Certificate2 Leaf(ECDsa key)
    {
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddDnsName("wallet.localhost");
        request.CertificateExtensions.Add(names.Build());
        return request.Create(Root, Root.NotBefore, Root.NotAfter, [2]);
    }
}
