using Microsoft.AspNetCore.Http.HttpResults;
using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.App.Pages;

/// <summary>Says in plain words what went wrong: a page for people, a problem document (RFC 9457) for programs; both carry the flow id.</summary>
internal static class Failures
{
    public static Task ShowAsync(HttpContext context, int status)
    {
        var failure = context.PageRefusal() ?? new Failure(status);
        if (!WantsPage(context.Request))
            return context.Problem(failure).ExecuteAsync(context);

        return new RazorComponentResult<FailurePage>(new { Failure = failure }) { StatusCode = status }.ExecuteAsync(context);
    }

    private static bool WantsPage(HttpRequest request) => request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
}
