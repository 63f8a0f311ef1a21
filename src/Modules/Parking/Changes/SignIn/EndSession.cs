using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Modellstadt.Kernel.Pages;
using Modellstadt.Kernel.Web;

namespace Modellstadt.Parking.Changes.SignIn;

/// <summary>The holder signs out, for example on a computer of somebody else: <c>POST /permit/mine/sign-out</c>.</summary>
internal static class EndSession
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapPost(HolderAddresses.SignOut, RespondAsync).LimitBody(4096).ExcludeFromDescription();

    /// <summary>The form is read for its token: nobody is signed out by a page of another site.</summary>
    private static async Task<IResult> RespondAsync(IFormCollection form, HttpContext context, HolderSessions sessions)
    {
        await sessions.EndAsync(context.RequestAborted);
        return new SeeOther("/permit");
    }
}
