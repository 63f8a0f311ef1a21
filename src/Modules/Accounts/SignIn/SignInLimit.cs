using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Web;

namespace Modellstadt.Accounts.SignIn;

/// <summary>Slows down whoever tries to sign in again and again. Looking at a page is free.</summary>
internal sealed class SignInLimit(IOptions<AccountsOptions> options) : NetworkLimit(options.Value.SignInsPerMinute)
{
    public const string Name = "staff-sign-in";

    protected override bool Counts(HttpContext context) => !HttpMethods.IsGet(context.Request.Method);
}
