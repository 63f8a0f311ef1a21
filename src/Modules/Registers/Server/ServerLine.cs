using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography.X509Certificates;

namespace Modellstadt.Registers;

/// <summary>The line to a register's server: TLS, the shared secret or the client certificate, no redirects, bounded answers.</summary>
internal static class ServerLine
{
    private const int LargestAnswer = 4 * 1024 * 1024;

    /// <summary>Opens it; nothing is sent yet.</summary>
    /// <exception cref="IOException">A file of the configuration cannot be read.</exception>
    public static HttpClient Open(RegisterDoorOptions door)
    {
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) };
        if (door.ClientCertificate is { } certificate)
            handler.SslOptions.ClientCertificates = [X509Certificate2.CreateFromPemFile(certificate, door.ClientKey)];
        if (door.TrustedRoot is { } root)
            handler.SslOptions.CertificateChainPolicy = Trusting(X509CertificateLoader.LoadCertificateFromFile(root));

        var client = new HttpClient(handler)
        {
            BaseAddress = new Uri(door.Url!.AbsoluteUri.TrimEnd('/') + "/"),
            MaxResponseContentBufferSize = LargestAnswer,
            Timeout = Timeout.InfiniteTimeSpan, // Each try has its own deadline.
            DefaultRequestVersion = HttpVersion.Version11,
        };
        if (door.TokenFile is { } token)
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", File.ReadAllText(token).Trim());
        return client;
    }

    private static X509ChainPolicy Trusting(X509Certificate2 root) =>
        new() { TrustMode = X509ChainTrustMode.CustomRootTrust, CustomTrustStore = { root }, RevocationMode = X509RevocationMode.NoCheck };
}
