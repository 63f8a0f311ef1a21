using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Pages;
using Modellstadt.Kernel.Web;

namespace Modellstadt.CitizenId.SignIn;

/// <summary>Tells the page of a sign-in when the wallet has answered: <c>GET /account/sign-in/citizen-id/{id}/state</c>.</summary>
internal static class PollSignIn
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet(SignInAddresses.Start + "/{id:guid}/state", RespondAsync).ExcludeFromDescription();

    private static async Task<IResult> RespondAsync(Guid id, HttpContext context, ReadSignIn read, BrowserSession session)
    {
        context.NeverStore();
        return Results.Json(await read.ExecuteAsync(id, session.Existing, context.RequestAborted) switch
        {
            null => Progress.Done(CitizenDoors.SignInPath),
            { Refusal: not null } => Progress.Done(SignInAddresses.Page(id)),
            { Progress.Continue: { } onwards } => Progress.Done(onwards),
            _ => Progress.Waiting,
        });
    }
}
