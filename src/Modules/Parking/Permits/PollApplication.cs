using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Pages;
using Modellstadt.Kernel.Web;
using Modellstadt.Verifier;

namespace Modellstadt.Parking.Permits;

/// <summary>Tells a waiting page when there is something new: <c>GET /permit/applications/{id}/state?shown=…</c>.</summary>
internal static class PollApplication
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/permit/applications/{id:guid}/state", RespondAsync).ExcludeFromDescription();

    private static async Task<IResult> RespondAsync(
        Guid id, ApplicationFace shown, HttpContext context, ReadApplication read, Presentations presentations, BrowserSession session)
    {
        context.NeverStore();
        if (await read.ExecuteAsync(id, session.Existing, context.RequestAborted, polling: true) is not { } view)
            return context.Problem(new ApplicationNotFound());
        if (view.Face != shown || view.Offer is not null)
            return Results.Json(Progress.Done(ApplicationAddresses.Page(id)));
        if (view.Face is not ApplicationFace.Asked)
            return Results.Json(Progress.Waiting);

        var progress = await presentations.ReadStateAsync(view.Application.Presentation!.Id, session.Existing!, context.RequestAborted);
        return Results.Json(progress?.Continue is { } onwards ? Progress.Done(onwards) : Progress.Waiting);
    }
}
