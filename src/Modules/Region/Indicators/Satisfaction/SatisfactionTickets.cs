using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace Modellstadt.Region.Indicators.Satisfaction;

/// <summary>
/// What lets somebody answer for one case, for a day. It is sealed with the keys of the town's cookies: nobody makes one, nobody reads the case out
/// of it, and the way back it names is the page that asked.
/// </summary>
internal sealed class SatisfactionTickets(IDataProtectionProvider protection, TimeProvider time)
{
    private static readonly TimeSpan ValidFor = TimeSpan.FromDays(1);

    private readonly IDataProtector sealing = protection.CreateProtector("modellstadt-satisfaction");

    /// <summary>Makes one.</summary>
    /// <param name="service">The service.</param>
    /// <param name="case">The case.</param>
    /// <param name="page">The page that asks, a path of the portal.</param>
    public string Make(string service, Guid @case, string page) =>
        sealing.Protect(string.Join('\n', (time.GetUtcNow() + ValidFor).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), service, MarkOf(service, @case), page));

    /// <summary>Reads one; null when it is none of this town's, or its day is over.</summary>
    public SatisfactionTicket? Read(string? written)
    {
        if (written is null)
            return null;
        try
        {
            return sealing.Unprotect(written).Split('\n') is [var until, var service, var mark, var page] && long.Parse(until, CultureInfo.InvariantCulture) > time.GetUtcNow().ToUnixTimeSeconds()
                ? new(service, mark, page)
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>By what a case that has answered is known again.</summary>
    public static string MarkOf(string service, Guid @case) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{service}/{@case:D}")));
}

/// <summary>A case that may answer.</summary>
/// <param name="Service">The service.</param>
/// <param name="Mark">By what the case is known again.</param>
/// <param name="Page">The page that asked.</param>
internal sealed record SatisfactionTicket(string Service, string Mark, string Page);
