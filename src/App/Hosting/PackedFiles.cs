using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;

namespace Modellstadt.App.Hosting;

/// <summary>
/// Serves a folder of built files; where <c>file.br</c> or <c>file.gz</c> lies beside a file and the browser takes it, that one.
/// Files below <c>/assets/</c> carry a hash in their name (or <c>?v=</c>) and never change.
/// </summary>
internal static class PackedFiles
{
    private static readonly FileExtensionContentTypeProvider Types = new()
    {
        Mappings = { [".webmanifest"] = "application/manifest+json", [".wasm"] = "application/wasm" },
    };

    private static readonly (string Encoding, string Suffix)[] Packings = [("br", ".br"), ("gzip", ".gz")];

    public static void UsePackedFiles(this IApplicationBuilder app, IFileProvider files)
    {
        app.Use((context, next) =>
        {
            ChoosePacking(context.Request, files);
            return next();
        });
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = files,
            ContentTypeProvider = new UnpackedTypes(),
            OnPrepareResponse = served => Describe(served.Context),
        });
    }

    private static void ChoosePacking(HttpRequest request, IFileProvider files)
    {
        var accepted = request.Headers.AcceptEncoding.ToString();
        if (!request.Path.HasValue || !Types.TryGetContentType(request.Path, out _))
            return;

        foreach (var (encoding, suffix) in Packings)
        {
            if (accepted.Contains(encoding, StringComparison.Ordinal) && files.GetFileInfo(request.Path + suffix).Exists)
            {
                request.Path += suffix;
                return;
            }
        }
    }

    private static void Describe(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        var headers = context.Response.Headers;
        headers.Vary = HeaderNames.AcceptEncoding;
        headers.CacheControl = path.StartsWith("/assets/", StringComparison.Ordinal) ? "public, max-age=31536000, immutable" : "no-cache";
        if (Packings.FirstOrDefault(packing => path.EndsWith(packing.Suffix, StringComparison.Ordinal)).Encoding is { } encoding)
            headers.ContentEncoding = encoding;
    }

    /// <summary>A packed file has the type of what is inside.</summary>
    private sealed class UnpackedTypes : IContentTypeProvider
    {
        public bool TryGetContentType(string subpath, out string contentType) =>
            Types.TryGetContentType(Packings.Aggregate(subpath, (path, packing) => path.EndsWith(packing.Suffix, StringComparison.Ordinal) ? path[..^packing.Suffix.Length] : path), out contentType!);
    }
}
