using Modellstadt.Kernel.Pages;
using Modellstadt.Kernel.Towns;

namespace Modellstadt.App.Pages;

/// <summary>The portal's fences: no foreign scripts, no frames but for pages made for them; forms lead to the portal or on to the wallet.</summary>
internal static class PortalHeaders
{
    public static void Set(HttpResponse response, TownOptions town)
    {
        var headers = response.Headers;
        headers.ContentSecurityPolicy = string.Join("; ",
            "default-src 'none'",
            // The QR scanner of the wardens is WebAssembly.
            "script-src 'self' 'wasm-unsafe-eval'",
            "style-src 'self'",
            "img-src 'self' data:",
            "font-src 'self'",
            "worker-src 'self'",
            "media-src 'self' blob:",
            "manifest-src 'self'",
            // The map asks the town's own map server for its background.
            $"connect-src 'self' {town.MapWms?.GetLeftPart(UriPartial.Authority)}".TrimEnd(),
            // A form may answer with a redirect into the wallet: browsers check that address too.
            $"form-action 'self' {town.WalletAt("")}",
            "base-uri 'self'",
            $"frame-ancestors {(IsEmbeddable(response) ? "*" : "'none'")}",
            "require-trusted-types-for 'script'",
            // "default" exists on the page with the map only, and allows scripts of this host only.
            "trusted-types portal default");
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(self), publickey-credentials-get=(self), publickey-credentials-create=(self), geolocation=(), microphone=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        if (town.PublicUrl.Scheme == Uri.UriSchemeHttps)
            headers.StrictTransportSecurity = "max-age=31536000";
    }

    /// <summary>A page of failure is none: it has the portal's own frame around it.</summary>
    private static bool IsEmbeddable(HttpResponse response) =>
        response.StatusCode == StatusCodes.Status200OK && response.HttpContext.GetEndpoint()?.Metadata.GetMetadata<EmbeddableAttribute>() is not null;
}
