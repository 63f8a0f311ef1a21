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
