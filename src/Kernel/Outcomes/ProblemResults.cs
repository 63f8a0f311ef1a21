using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Kernel.Texts;
using Modellstadt.Kernel.Web;

namespace Modellstadt.Kernel.Outcomes;

/// <summary>Turns refusals into RFC 9457 problem documents.</summary>
public static class ProblemResults
{
    /// <summary>
    /// The problem document of a refusal in the caller's language; carries <c>nextStep</c> and <c>flowId</c>. Whoever sent a form from a
    /// page wants a page: the portal's page of failure with the same words.
    /// </summary>
    public static IResult Problem(this HttpContext context, Refusal refusal)
    {
        if (WantsPage(context.Request))
            return context.RefusePage(refusal);

        var text = refusal.In(context.RequestServices.GetRequiredService<CurrentLanguage>().Language);
        var problem = new ProblemDetails
        {
            Type = refusal.Type,
            Title = text.Title,
            Detail = text.Sentence,
            Status = refusal.StatusCode,
            Extensions = { ["nextStep"] = text.NextStep, ["flowId"] = context.FlowId() },
        };
        return Results.Problem(problem);
    }

    private static bool WantsPage(HttpRequest request) => request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
}
