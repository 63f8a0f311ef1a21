using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Pages;
using Modellstadt.Kernel.Web;
using Modellstadt.Verifier;

namespace Modellstadt.CitizenId;

/// <summary>Tells a waiting page when there is something new: <c>GET /citizen-id/requests/{id}/state?shown=…</c>.</summary>
internal static class PollIdentification
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/citizen-id/requests/{id:guid}/state", RespondAsync).ExcludeFromDescription();

    private static async Task<IResult> RespondAsync(
        Guid id, IdentificationFace shown, HttpContext context, ReadIdentification read, Presentations presentations, BrowserSession session)
    {
        context.NeverStore();
        if (await read.ExecuteAsync(id, session.Existing, context.RequestAborted, shown) is not { } view)
            return context.Problem(new RequestUnknown());
        if (view.Face != shown || view.Offer is not null)
            return Results.Json(Progress.Done(IdentificationAddresses.Page(id)));
        if (view.Face is not IdentificationFace.Asked)
            return Results.Json(Progress.Waiting);

        var progress = await presentations.ReadStateAsync(view.Request.Presentation.Id, session.Existing!, context.RequestAborted);
        return Results.Json(progress?.Continue is { } onwards ? Progress.Done(onwards) : Progress.Waiting);
    }
}
