using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Options;
using Modellstadt.App.Hosting;
using Modellstadt.Kernel.Modules;
using Modellstadt.Kernel.Towns;

namespace Modellstadt.App.WalletSite;

/// <summary>The wallet's host: static files, <c>/config.json</c> and what the modules answer to wallets; no cookies, no sessions, no pages.</summary>
internal static class WalletSite
{
    public static void AddWalletSite(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<WalletOptions>().Bind(configuration.GetSection("Wallet")).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<WalletHost>();
        services.AddSingleton<WalletTrustAnchors>();
    }

    public static void UseWalletSite(this WebApplication app)
    {
        var host = app.Services.GetRequiredService<WalletHost>();
        // Made now: whoever names a file that holds no certificate shall learn it at the start.
        app.Services.GetRequiredService<WalletTrustAnchors>();
        app.MapWhen(host.Serves, wallet => Serve(wallet, host));
    }

    /// <summary><c>/wallet</c> on the portal leads to the wallet.</summary>
    public static void MapWalletRedirect(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/wallet", (IOptions<TownOptions> town) => Results.Redirect(town.Value.WalletAt("/"))).ExcludeFromDescription();

    private static void Serve(IApplicationBuilder wallet, WalletHost host)
    {
        var town = wallet.ApplicationServices.GetRequiredService<IOptions<TownOptions>>().Value;
        var folder = Path.GetFullPath(wallet.ApplicationServices.GetRequiredService<IOptions<WalletOptions>>().Value.Directory);
        var files = Directory.Exists(folder) ? new PhysicalFileProvider(folder) : (IFileProvider)new NullFileProvider();
        wallet.Use((context, next) =>
        {
            WalletHeaders.Set(context.Response, town);
            return host.IsAskedByAnotherName(context) ? RedirectToOwnName(context, town) : next();
        });
        wallet.Map("/config.json", config => config.Run(context => WriteConfigurationAsync(context, town)));
        wallet.MapWhen(context => context.Request.Path.StartsWithSegments("/wallets"), ServeModules);
        wallet.Use((context, next) =>
        {
            if (IsScreen(context.Request))
                context.Request.Path = "/index.html";
            return next();
        });
        wallet.UsePackedFiles(files);
        wallet.Run(NotThere);
    }

    /// <summary>What the modules answer here has a routing world of its own: nothing of the portal can be reached through it.</summary>
    private static void ServeModules(IApplicationBuilder doors)
    {
        doors.UseExceptionHandler();
        doors.UseStatusCodePages();
        doors.UseRouting();
        doors.UseBodyLimits();
        doors.UseRateLimiter();
        doors.UseEndpoints(doors.ApplicationServices.GetRequiredService<InstalledModules>().MapWalletEndpoints);
    }

    /// <summary>Addresses without a file ending are screens of the app: it decides itself what to show.</summary>
    private static bool IsScreen(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) && !Path.HasExtension(request.Path.Value);

    private static Task RedirectToOwnName(HttpContext context, TownOptions town)
    {
        context.Response.Redirect(town.WalletAt(context.Request.Path.ToUriComponent() + context.Request.QueryString));
        return Task.CompletedTask;
    }

    private static Task WriteConfigurationAsync(HttpContext context, TownOptions town)
    {
        context.Response.Headers.CacheControl = "no-cache";
        var trust = context.RequestServices.GetRequiredService<WalletTrustAnchors>().Read();
        return context.Response.WriteAsJsonAsync(WalletConfiguration.Of(town, trust), context.RequestAborted);
    }

    private static Task NotThere(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return context.Response.WriteAsync("Not found", context.RequestAborted);
    }
}
