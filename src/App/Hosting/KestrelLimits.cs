using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Http.Features;

namespace Modellstadt.App.Hosting;

/// <summary>What one connection may cost the server, and its certificate.</summary>
internal static class KestrelLimits
{
    /// <summary>Bodies of 64 KiB unless an endpoint asks for another limit; slow senders are cut off; HTTPS with PEM files (<c>Https:Certificate</c> with its chain, <c>Https:Key</c>).</summary>
    public static void UseBoundedKestrel(this IWebHostBuilder host, IConfiguration configuration) => host.ConfigureKestrel(kestrel =>
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = 64 * 1024;
        kestrel.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
        kestrel.Limits.MaxRequestHeaderCount = 64;
        kestrel.Limits.MaxRequestLineSize = 8 * 1024;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        kestrel.Limits.KeepAliveTimeout = TimeSpan.FromMinutes(2);
        if (configuration["Https:Certificate"] is { Length: > 0 } certificate)
        {
            kestrel.ConfigureHttpsDefaults(https =>
            {
                https.ServerCertificate = Read(certificate, configuration["Https:Key"]);
                // Phones do not fetch the certificates between this one and the authority: the server sends all that the file holds.
                https.ServerCertificateChain = [];
                https.ServerCertificateChain.ImportFromPemFile(certificate);
            });
        }
    });

    /// <summary>The PKCS #12 detour gives the key a store that every TLS stack accepts.</summary>
    private static X509Certificate2 Read(string certificate, string? key)
    {
        using var pem = X509Certificate2.CreateFromPemFile(certificate, key);
        return X509CertificateLoader.LoadPkcs12(pem.Export(X509ContentType.Pkcs12), password: null);
    }

    /// <summary>A body that says it is longer than its endpoint takes is refused before anybody reads it.</summary>
    public static void UseBodyLimits(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (!(context.Request.ContentLength > context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize))
            return next(context);

        context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        return Task.CompletedTask;
    });
}
