using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Modellstadt.Accounts.Storage;
using Modellstadt.Kernel.Pages;
using Modellstadt.Kernel.Web;

namespace Modellstadt.Accounts.SignIn;

/// <summary>Ends the session of this browser: <c>POST /sign-out</c>.</summary>
internal static class SignOut
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/sign-out", RespondAsync).LimitBody(8192).RequireFormToken().ExcludeFromDescription();

    private static async Task<IResult> RespondAsync(SignInManager<StaffAccount> identity)
    {
        await identity.SignOutAsync();
        return new SeeOther(ReturnPath.Start);
    }
}
