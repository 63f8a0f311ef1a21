using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Modellstadt.Kernel.Pages;
using Modellstadt.Kernel.Web;

namespace Modellstadt.Accounts.Citizens;

/// <summary>The citizen signs out, for example on a computer of somebody else: <c>POST /account/sign-out</c>.</summary>
internal static class EndCitizenSession
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapPost(CitizenDoors.SignOutPath, RespondAsync).LimitBody(4096).ExcludeFromDescription();

    /// <summary>The form is read for its token: nobody is signed out by a page of another site.</summary>
    private static async Task<IResult> RespondAsync([FromForm] string? returnUrl, HttpContext context, CitizenSessions sessions, BrowserSession browser)
    {
        await sessions.EndAsync(browser.Existing, context.RequestAborted);
        return new SeeOther(ReturnPath.Of(returnUrl));
    }
}
