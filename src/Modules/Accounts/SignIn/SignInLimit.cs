using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Web;

namespace Modellstadt.Accounts.SignIn;

/// <summary>So many tries a minute from one network. Looking at a page is free.</summary>
internal static class SignInLimit
{
    public const string Name = "staff-sign-in";

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static void Configure(RateLimiterOptions limits, IOptions<AccountsOptions> options) =>
        limits.AddPolicy(Name, context => HttpMethods.IsGet(context.Request.Method)
            ? RateLimitPartition.GetNoLimiter(IPAddress.Any)
            : RateLimitPartition.GetFixedWindowLimiter(
                CallerNetwork.Of(context),
                _ => new FixedWindowRateLimiterOptions { PermitLimit = options.Value.SignInsPerMinute, Window = Window }));
}
