using Microsoft.AspNetCore.Http;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Web;

namespace Modellstadt.Verifier.Redeeming;

/// <summary>GET <c>/verifier/presentations/{id}/state</c>: what the waiting page asks every second or so. Other browsers learn nothing, not even that the presentation exists.</summary>
internal static class StateEndpoint
{
    public static async Task<IResult> GetAsync(Guid id, HttpContext context, ReadProgress read, BrowserSession browser)
    {
        context.NeverStore();
        return browser.Existing is { } session && await read.ExecuteAsync(id, session, context.RequestAborted) is { } progress
            ? Results.Json(new StateAnswer(NameOf(progress.State), progress.Continue))
            : context.Problem(new PresentationUnknown());
    }

    /// <summary>A state as it is called on the wire.</summary>
    public static string NameOf(PresentationState state) => state switch
    {
        PresentationState.Waiting => "waiting",
        PresentationState.Received => "received",
        PresentationState.Refused => "refused",
        _ => "expired",
    };

    /// <summary>The answer.</summary>
    /// <param name="State">waiting, received, refused or expired.</param>
    /// <param name="Continue">Path of the portal to go to, or null.</param>
    internal sealed record StateAnswer(string State, string? Continue);
}
