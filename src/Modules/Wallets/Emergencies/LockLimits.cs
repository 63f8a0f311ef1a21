using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Web;

namespace Modellstadt.Wallets.Emergencies;

/// <summary>Slows down whoever guesses emergency codes. Looking at the page is free.</summary>
internal sealed class LockLimit(IOptions<WalletsOptions> options) : NetworkLimit(options.Value.LocksPerMinute)
{
    public const string Name = "wallet-lock";

    protected override bool Counts(HttpContext context) => !HttpMethods.IsGet(context.Request.Method);
}

/// <summary>So many codes a minute from all networks together: whoever guesses from many is slowed down as well.</summary>
internal sealed class LockLimitInAll(IOptions<WalletsOptions> options) : IDisposable
{
    private readonly FixedWindowRateLimiter limiter = new(new FixedWindowRateLimiterOptions { PermitLimit = options.Value.LocksPerMinuteInAll, Window = TimeSpan.FromMinutes(1) });

    /// <summary>False when too many were tried.</summary>
    public bool TryEnter()
    {
        using var lease = limiter.AttemptAcquire();
        return lease.IsAcquired;
    }

    /// <inheritdoc />
    public void Dispose() => limiter.Dispose();
}
