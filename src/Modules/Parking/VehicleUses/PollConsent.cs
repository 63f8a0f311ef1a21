using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Modellstadt.Kernel.Pages;
using Modellstadt.Kernel.Web;
using Modellstadt.Verifier;

namespace Modellstadt.Parking.VehicleUses;

/// <summary>Tells the keeper's page when the wallet has answered: <c>GET /consent/{secret}/questions/{id}/state</c>.</summary>
internal static class PollConsent
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/consent/{secret}/questions/{id:guid}/state", RespondAsync).ExcludeFromDescription();

    private static async Task<IResult> RespondAsync(string secret, Guid id, HttpContext context, ReadUses read, Presentations presentations, BrowserSession session)
    {
        context.NeverStore();
        if (await read.QuestionAsync(secret, id, session.Existing, context.RequestAborted) is not { Question.Refusal: null } view || !view.Waits)
            return Results.Json(Progress.Done(UseAddresses.Question(secret, id)));

        var progress = await presentations.ReadStateAsync(view.Question.Presentation.Id, session.Existing!, context.RequestAborted);
        return Results.Json(progress switch
        {
            null or { State: PresentationState.Expired } => Progress.Done(UseAddresses.Consent(secret)),
            { Continue: { } onwards } => Progress.Done(onwards),
            _ => Progress.Waiting,
        });
    }
}
