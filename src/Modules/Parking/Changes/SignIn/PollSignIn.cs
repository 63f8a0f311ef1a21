using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Modellstadt.Kernel.Pages;
using Modellstadt.Kernel.Web;

namespace Modellstadt.Parking.Changes.SignIn;

/// <summary>Tells the page of a sign-in when the wallet has answered: <c>GET /permit/mine/sign-in/{id}/state</c>.</summary>
internal static class PollSignIn
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/permit/mine/sign-in/{id:guid}/state", RespondAsync).ExcludeFromDescription();

    private static async Task<IResult> RespondAsync(Guid id, HttpContext context, ReadSignIn read, BrowserSession session)
    {
        context.NeverStore();
        return Results.Json(await read.ExecuteAsync(id, session.Existing, context.RequestAborted) switch
        {
            null => Progress.Done(HolderAddresses.Mine),
            { Refusal: not null } => Progress.Done(HolderAddresses.SignInPage(id)),
            { Progress.Continue: { } onwards } => Progress.Done(onwards),
            _ => Progress.Waiting,
        });
    }
}
