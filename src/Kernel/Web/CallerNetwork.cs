using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace Modellstadt.Kernel.Web;

/// <summary>From which network a request comes; limits count by it.</summary>
public static class CallerNetwork
{
    private const int NetworkBytes = 8;

    /// <summary>
    /// The IPv4 address, or the first 64 bits of the IPv6 address: whoever has one address there has all behind them (RFC 4291,
    /// section 2.5.4), and could take another one for each try. <see cref="IPAddress.None"/> when nothing is known.
    /// </summary>
    public static IPAddress Of(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Connection.RemoteIpAddress switch
        {
            null => IPAddress.None,
            { IsIPv4MappedToIPv6: true } mapped => mapped.MapToIPv4(),
            { AddressFamily: AddressFamily.InterNetworkV6 } address => NetworkOf(address),
            var address => address,
        };
    }

    private static IPAddress NetworkOf(IPAddress address)
    {
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(NetworkBytes).Clear();
        return new IPAddress(bytes);
    }
}
