using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Modellstadt.Kernel.Pages;
using Modellstadt.Kernel.Web;

namespace Modellstadt.Region.Visits;

/// <summary>Tells a guest's page when the guest is further: <c>GET /guest/at/{id}/progress?seen=…</c>.</summary>
internal static class PollGuest
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet(VisitAddresses.Door + "/at/{id:guid}/progress", RespondAsync).ExcludeFromDescription();

    private static async Task<IResult> RespondAsync(Guid id, string? seen, HttpContext context, ReadGuest guests, BrowserSession session)
    {
        context.NeverStore();
        return Results.Json(await guests.FindAsync(id, session.Existing, context.RequestAborted) is { } found && found.Guest.Step.ToString() == seen
            ? Progress.Waiting
            : Progress.Done(VisitAddresses.Guest(id)));
    }
}
