using Microsoft.Extensions.Options;
using Modellstadt.App.Hosting;
using Modellstadt.App.Pages.Legal;
using Modellstadt.Kernel.Modules;
using Modellstadt.Kernel.Texts;
using Modellstadt.Kernel.Towns;

namespace Modellstadt.App.Pages;

/// <summary>The portal: pages rendered on the server, without scripts where none are needed.</summary>
internal static class PagesServices
{
    /// <summary>Cache policy of the start page: drawn once a second for each language, as the showroom behind it is; staff get one of their own.</summary>
    public const string StartPage = "start-page";

    // Bytes of memory.
    private const long KeptPages = 32 << 20;
    private const long LargestKeptPage = 1 << 20;

    public static void AddPages(this IServiceCollection services, InstalledModules modules)
    {
        services.AddOptions<ContactOptions>().BindConfiguration("Contact").ValidateDataAnnotations()
            .Validate<IOptions<TownOptions>>((contact, town) => town.Value.Demo || contact.IsComplete, "Contact:Operator, Contact:Address and Contact:Email say who runs the portal; a town needs them.")
            .ValidateOnStart();
        services.AddSingleton(modules);
        services.AddSingleton<BrowserAssets>();
        services.AddRazorComponents();
        services.AddOutputCache(cache =>
        {
            (cache.SizeLimit, cache.MaximumBodySize) = (KeptPages, LargestKeptPage);
            cache.AddPolicy(StartPage, policy => policy.Expire(TimeSpan.FromSeconds(1)).SetVaryByHeader("Accept-Encoding")
                .VaryByValue(context => KeyValuePair.Create("language", context.RequestServices.GetRequiredService<CurrentLanguage>().Language.Tag())));
        });
        services.AddAntiforgery(form =>
            (form.Cookie.Name, form.Cookie.SameSite, form.Cookie.SecurePolicy) = ("modellstadt-form", SameSiteMode.Strict, CookieSecurePolicy.SameAsRequest));
    }

    public static void UsePortal(this WebApplication app)
    {
        var town = app.Services.GetRequiredService<IOptions<TownOptions>>().Value;
        app.Use((context, next) =>
        {
            // At the last moment: whoever answers a failure begins with empty headers.
            context.Response.OnStarting(() => SetHeaders(context.Response, town));
            return next();
        });
        app.UsePackedFiles(app.Environment.WebRootFileProvider);
        app.Use(SpeakAsync);
        app.UseExceptionHandler(failed => failed.Run(Failures.ShowExceptionAsync));
        app.UseStatusCodePages(status => Failures.ShowAsync(status.HttpContext, status.HttpContext.Response.StatusCode));
        app.UseRouting();
        app.UseBodyLimits();
        app.UseCors();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        // After the sign-in: what staff see is kept for nobody. Before the packing: what is kept is packed already.
        app.UseOutputCache();
        app.UseResponseCompression();
        app.UseAntiforgery();
    }

    public static void MapPages(this IEndpointRouteBuilder endpoints, InstalledModules modules) =>
        endpoints.MapRazorComponents<AppRoot>().AddAdditionalAssemblies([.. modules.Assemblies]);

    private static Task SetHeaders(HttpResponse response, TownOptions town)
    {
        PortalHeaders.Set(response, town);
        return Task.CompletedTask;
    }

    /// <summary>Dates and amounts in the reader's way; chosen before the answer starts, since the choice is kept in a cookie.</summary>
    private static Task SpeakAsync(HttpContext context, RequestDelegate next)
    {
        var culture = context.RequestServices.GetRequiredService<CurrentLanguage>().Language.Culture();
        (System.Globalization.CultureInfo.CurrentCulture, System.Globalization.CultureInfo.CurrentUICulture) = (culture, culture);
        return next(context);
    }
}
