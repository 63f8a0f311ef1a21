using System.IO.Compression;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Towns;
using Modellstadt.Kernel.Tracing;

namespace Modellstadt.App.Hosting;

/// <summary>The server around the pages: who may ask, through which proxy, how answers are packed, how the process ends.</summary>
internal static class HostingServices
{
    public static void AddHosting(this IServiceCollection services)
    {
        services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(15));
        services.AddOptions<ForwardedHeadersOptions>().BindConfiguration("Proxy").Configure<IConfiguration, IOptions<TownOptions>>(TrustProxies);
        services.AddOptions<HostFilteringOptions>().Configure<IOptions<TownOptions>>(KnownHosts);
        services.AddDataProtection().SetApplicationName("modellstadt");
        services.AddSingleton<IConfigureOptions<Microsoft.AspNetCore.DataProtection.KeyManagement.KeyManagementOptions>, CookieKeys>();
        services.AddResponseCompression(compression =>
        {
            // Safe against BREACH: the antiforgery token is encrypted anew for each answer, and no answer repeats another secret.
            compression.EnableForHttps = true;
            compression.Providers.Add<BrotliCompressionProvider>();
            compression.Providers.Add<GzipCompressionProvider>();
        });
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Optimal);
        services.AddHealthChecks();
        services.AddProblemDetails();
        services.AddCors();
        services.AddManagementDocument();
        services.AddParkingDocument();
    }

    public static void UseHosting(this WebApplication app)
    {
        app.UseHostFiltering();
        app.UseForwardedHeaders();
        // Listens from the first request on.
        app.Services.GetRequiredService<FlowTraces>();
        app.UseMiddleware<RequestLog>();
    }

    /// <summary>Only names of this installation are answered: a foreign name that points here (DNS rebinding) gets nothing.</summary>
    private static void KnownHosts(HostFilteringOptions filter, IOptions<TownOptions> town)
    {
        filter.AllowedHosts = Names(town.Value);
        filter.IncludeFailureMessage = false;
    }

    private static string[] Names(TownOptions town) => [town.PublicUrl.Host, town.WalletUrl.Host, "localhost", "127.0.0.1", "[::1]"];

    /// <summary><c>Proxy:Addresses</c>: whose X-Forwarded-* headers are believed. Default: the same machine. Other names than ours are believed from nobody.</summary>
    private static void TrustProxies(ForwardedHeadersOptions options, IConfiguration configuration, IOptions<TownOptions> town)
    {
        options.AllowedHosts = Names(town.Value);
        options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
        foreach (var address in configuration.GetSection("Proxy:Addresses").Get<string[]>() ?? [])
            options.KnownProxies.Add(System.Net.IPAddress.Parse(address));
    }
}
