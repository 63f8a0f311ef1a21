using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;

namespace Modellstadt.Kernel.Web;

/// <summary>So many requests a minute from one network. Who asks too often hears when to come again; the portal's page of failure says it in words.</summary>
/// <param name="perMinute">How many.</param>
public abstract class NetworkLimit(int perMinute) : IRateLimiterPolicy<IPAddress>
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    private static readonly string Seconds = Window.TotalSeconds.ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc />
    public Func<OnRejectedContext, CancellationToken, ValueTask> OnRejected { get; } = (rejected, _) =>
    {
        rejected.HttpContext.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        rejected.HttpContext.Response.Headers.RetryAfter = Seconds;
        return ValueTask.CompletedTask;
    };

    /// <inheritdoc />
    public RateLimitPartition<IPAddress> GetPartition(HttpContext httpContext) => Counts(httpContext)
        ? RateLimitPartition.GetFixedWindowLimiter(CallerNetwork.Of(httpContext), _ => new FixedWindowRateLimiterOptions { PermitLimit = perMinute, Window = Window })
        : RateLimitPartition.GetNoLimiter(IPAddress.Any);

    /// <summary>False for requests that are free.</summary>
    protected virtual bool Counts(HttpContext context) => true;
}
