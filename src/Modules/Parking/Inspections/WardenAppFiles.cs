using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Texts;
using Modellstadt.Kernel.Towns;

namespace Modellstadt.Parking.Inspections;

/// <summary>What makes the warden's page an app that can be installed: its manifest and its service worker, both for <c>/warden</c> and nothing else of the portal.</summary>
internal static class WardenAppFiles
{
    /// <summary>The web app manifest.</summary>
    public const string Manifest = "/warden/manifest.webmanifest";

    /// <summary>The service worker.</summary>
    public const string Worker = "/warden/service-worker.js";

    /// <summary>Where the build puts it.</summary>
    private const string BuiltWorker = "assets/warden-worker.js";

    private const string Scope = "/warden";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(Manifest, WriteManifest).ExcludeFromDescription();
        endpoints.MapGet(Worker, SendWorker).ExcludeFromDescription();
    }

    private static IResult WriteManifest(IOptions<TownOptions> town, CurrentLanguage language, HttpContext context)
    {
        var name = InspectionTexts.For(language.Language).AppName;
        context.Response.Headers.CacheControl = "no-cache";
        return Results.Text(
            new JsonObject
            {
                ["id"] = Scope,
                ["name"] = $"{name} {town.Value.Name}",
                ["short_name"] = name,
                ["lang"] = language.Language.Tag(),
                ["start_url"] = Scope,
                ["scope"] = Scope,
                ["display"] = "standalone",
                ["orientation"] = "portrait",
                ["background_color"] = "#0b1020",
                ["theme_color"] = "#0b1020",
                ["icons"] = new JsonArray(
                    new JsonObject { ["src"] = "/assets/icon.svg", ["sizes"] = "any", ["type"] = "image/svg+xml" },
                    new JsonObject { ["src"] = "/assets/warden-192.png", ["sizes"] = "192x192", ["type"] = "image/png" },
                    new JsonObject { ["src"] = "/assets/warden-512.png", ["sizes"] = "512x512", ["type"] = "image/png" }),
            }.ToJsonString(),
            "application/manifest+json");
    }

    /// <summary>Lies below <c>/warden/</c>, serves <c>/warden</c> itself as well: the header allows it (Service Workers, section 7.3).</summary>
    private static IResult SendWorker(IWebHostEnvironment environment, HttpContext context)
    {
        var file = environment.WebRootFileProvider.GetFileInfo(BuiltWorker);
        if (!file.Exists)
            return Results.NotFound();

        context.Response.Headers["Service-Worker-Allowed"] = Scope;
        context.Response.Headers.CacheControl = "no-cache";
        return Results.Stream(file.CreateReadStream(), "text/javascript; charset=utf-8");
    }
}
