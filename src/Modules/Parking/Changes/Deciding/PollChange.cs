using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Modellstadt.Kernel.Pages;
using Modellstadt.Kernel.Web;
using Modellstadt.Parking.Permits;

namespace Modellstadt.Parking.Changes.Deciding;

/// <summary>Tells the page of a change when it goes on: <c>GET /permit/mine/changes/{id}/state?shown=…</c>.</summary>
internal static class PollChange
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/permit/mine/changes/{id:guid}/state", RespondAsync).ExcludeFromDescription();

    private static async Task<IResult> RespondAsync(Guid id, ApplicationState shown, HttpContext context, ReadChange read, HolderSessions sessions)
    {
        context.NeverStore();
        var change = await sessions.CurrentAsync(HolderAction.See, context.RequestAborted) is { } holder ? await read.ExecuteAsync(id, holder, context.RequestAborted) : null;
        return Results.Json(change?.Application.State == shown ? Progress.Waiting : Progress.Done(change is null ? HolderAddresses.Mine : HolderAddresses.Change(id)));
    }
}
