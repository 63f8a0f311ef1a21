using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Web;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Issuer.Web;

/// <summary>So many requests per minute from one network.</summary>
internal abstract class AddressLimit(int perMinute) : IRateLimiterPolicy<IPAddress>
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public Func<OnRejectedContext, CancellationToken, ValueTask> OnRejected { get; } = RejectAsync;

    public RateLimitPartition<IPAddress> GetPartition(HttpContext httpContext) =>
        RateLimitPartition.GetFixedWindowLimiter(
            CallerNetwork.Of(httpContext), _ => new FixedWindowRateLimiterOptions { PermitLimit = perMinute, Window = Window });

    private static async ValueTask RejectAsync(OnRejectedContext rejected, CancellationToken cancellationToken)
    {
        var context = rejected.HttpContext;
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        context.Response.ContentType = "application/json";
        context.Response.Headers.RetryAfter = ((int)Window.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        var error = new JsonObject
        {
            ["error"] = "slow_down",
            ["error_description"] = "Too many requests from this address. Try again in a minute.",
            ["modellstadt_flow_id"] = context.FlowId(),
        };
        await context.Response.Body.WriteAsync(StrictJson.Write(error), cancellationToken);
    }
}

/// <summary>Slows down whoever guesses typed codes.</summary>
internal sealed class TypedCodeLimit(IOptions<IssuerOptions> options) : AddressLimit(options.Value.TypedCodesPerMinute);

/// <summary>Slows down whoever guesses transaction codes of many offers.</summary>
internal sealed class TokenLimit(IOptions<IssuerOptions> options) : AddressLimit(options.Value.TokensPerMinute);
