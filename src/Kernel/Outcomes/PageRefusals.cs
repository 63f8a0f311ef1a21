using Microsoft.AspNetCore.Http;

namespace Modellstadt.Kernel.Outcomes;

/// <summary>
/// Refusals of whole pages. What a page of status 404 has drawn is dropped by the framework, so its words travel with the
/// request to whoever draws the portal's page of failure.
/// </summary>
public static class PageRefusals
{
    /// <summary>Answers this page with a refusal instead of what it draws.</summary>
    /// <returns>For whoever answers a form: nothing more is written here.</returns>
    public static IResult RefusePage(this HttpContext context, Refusal refusal)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        context.Response.StatusCode = refusal.StatusCode;
        context.Features.Set(refusal);
        return Results.Empty;
    }

    /// <summary>Why the page was refused; null when it said nothing of its own.</summary>
    public static Refusal? PageRefusal(this HttpContext context) => context.Features.Get<Refusal>();
}
