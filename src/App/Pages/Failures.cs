using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.App.Pages;

/// <summary>Says in plain words what went wrong: a page for people, a problem document (RFC 9457) for programs; both carry the flow id.</summary>
internal static class Failures
{
    /// <summary>Nobody caught it: a request that could not be read is its sender's fault, everything else is ours.</summary>
    public static Task ShowExceptionAsync(HttpContext context) =>
        ShowAsync(context, context.Features.Get<IExceptionHandlerFeature>()?.Error is BadHttpRequestException unreadable ? unreadable.StatusCode : StatusCodes.Status500InternalServerError);

    public static Task ShowAsync(HttpContext context, int status)
    {
        var failure = context.PageRefusal() ?? new Failure(status);
        if (!WantsPage(context.Request))
            return context.Problem(failure).ExecuteAsync(context);

        return ShowPageAsync(context, new RazorComponentResult<FailurePage>(new { Failure = failure }) { StatusCode = status });
    }

    /// <summary>With services of its own: those of this request may already have begun the page that failed, and begin none twice.</summary>
    private static async Task ShowPageAsync(HttpContext context, RazorComponentResult<FailurePage> page)
    {
        // The page that failed has left the framework's own header, which would be added a second time.
        context.Response.Headers.Remove("blazor-enhanced-nav");
        var begun = context.RequestServices;
        await using var scope = begun.CreateAsyncScope();
        context.RequestServices = scope.ServiceProvider;
        await page.ExecuteAsync(context);
        context.RequestServices = begun;
    }

    private static bool WantsPage(HttpRequest request) => request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
}
