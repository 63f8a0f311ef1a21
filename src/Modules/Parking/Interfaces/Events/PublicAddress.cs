using System.Net;
using System.Net.Sockets;

namespace Modellstadt.Parking.Interfaces.Events;

/// <summary>Tells addresses of the public network from all others: of this machine, of private networks, of documentation, of groups (RFC 6890).</summary>
internal static class PublicAddress
{
    private static readonly IPNetwork[] NotPublic =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24",
            "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
        }.Select(IPNetwork.Parse),
    ];

    /// <summary>IPv6 addresses of the public network begin like this; those that hide an IPv4 address do not.</summary>
    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");

    /// <summary>True for an address of the public network.</summary>
    public static bool Is(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            return Is(address.MapToIPv4());
        return (address.AddressFamily is AddressFamily.InterNetwork || GlobalUnicast.Contains(address)) && !NotPublic.Any(network => network.Contains(address));
    }
}
