using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Towns;

namespace Modellstadt.App.WalletSite;

/// <summary>Tells requests for the wallet from those for the portal. The wallet is a host of its own: a port alone isolates neither cookies nor passkeys.</summary>
internal sealed class WalletHost(IOptions<TownOptions> town)
{
    private readonly Uri portal = town.Value.PublicUrl;
    private readonly Uri wallet = town.Value.WalletUrl;

    /// <summary>True for the wallet's host name, and for whatever comes in through the wallet's own port.</summary>
    public bool Serves(HttpContext context) =>
        (SameName(wallet, context) && !SameName(portal, context)) || (wallet.Port != portal.Port && context.Connection.LocalPort == wallet.Port);

    /// <summary>True when the wallet's port is asked by another name (the portal's, a number): there its keys and cookies would lie beside the portal's.</summary>
    public bool IsAskedByAnotherName(HttpContext context) => !SameName(wallet, context);

    private static bool SameName(Uri address, HttpContext context) =>
        string.Equals(address.Host, context.Request.Host.Host, StringComparison.OrdinalIgnoreCase);
}
