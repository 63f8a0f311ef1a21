using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Towns;

namespace Modellstadt.Accounts.SignIn;

/// <summary>The cookie of a staff session, and what callers without one get: pages lead to the sign-in page, programs get a problem document.</summary>
internal sealed class StaffCookie(IOptions<TownOptions> town)
{
    public const string SignInPath = "/sign-in";
    public const string OtherRolePath = "/sign-in/other-role";
    public const string ReturnUrlParameter = "returnUrl";

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    public void Configure(CookieAuthenticationOptions cookie)
    {
        cookie.Cookie.Name = "modellstadt-staff";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = town.Value.PublicUrl.Scheme == Uri.UriSchemeHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        cookie.ExpireTimeSpan = Lifetime;
        cookie.SlidingExpiration = true;
        cookie.LoginPath = SignInPath;
        cookie.AccessDeniedPath = OtherRolePath;
        cookie.ReturnUrlParameter = ReturnUrlParameter;
        cookie.Events.OnRedirectToLogin = redirect => AnswerAsync(redirect, new SignInRequired());
        cookie.Events.OnRedirectToAccessDenied = redirect => AnswerAsync(redirect, new OtherRoleRequired());
    }

    private static Task AnswerAsync(RedirectContext<CookieAuthenticationOptions> redirect, Refusal refusal)
    {
        if (!redirect.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase))
            return redirect.HttpContext.Problem(refusal).ExecuteAsync(redirect.HttpContext);

        redirect.Response.Redirect(redirect.RedirectUri);
        return Task.CompletedTask;
    }
}
