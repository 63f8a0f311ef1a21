using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Accounts.SignIn;

/// <summary>For endpoints that read no field of a form: the framework checks the token of a form only when it reads one.</summary>
internal static class FormToken
{
    /// <summary>Refuses posts that do not come from a page of this portal.</summary>
    public static RouteHandlerBuilder RequireFormToken(this RouteHandlerBuilder endpoint) => endpoint.AddEndpointFilter(async (invocation, next) =>
    {
        var context = invocation.HttpContext;
        var antiforgery = context.RequestServices.GetRequiredService<IAntiforgery>();
        return await antiforgery.IsRequestValidAsync(context) ? await next(invocation) : context.Problem(new FormTooOld());
    });
}
