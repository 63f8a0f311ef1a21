using Microsoft.AspNetCore.Http;

namespace Modellstadt.Parking.VehicleUses;

/// <summary>
/// Carries the secret of a link for a keeper from the form to the page that shows it. In the page's address it would stay in the
/// browser's history and in the log of every proxy on the way.
/// </summary>
internal static class KeeperLinkCookie
{
    private const string Name = "modellstadt-keeper-link";
    private const int LongestSecret = 100;

    private static readonly TimeSpan Shown = TimeSpan.FromMinutes(10);

    /// <summary>Lets this browser show the link for ten minutes.</summary>
    public static void Keep(HttpContext context, string secret) => context.Response.Cookies.Append(Name, secret, new CookieOptions
    {
        HttpOnly = true,
        IsEssential = true,
        SameSite = SameSiteMode.Strict,
        Secure = context.Request.IsHttps,
        Path = UseAddresses.Mine,
        MaxAge = Shown,
    });

    /// <summary>The secret; null when this browser made no link in the last minutes.</summary>
    public static string? Read(HttpContext context) => context.Request.Cookies[Name] is { Length: > 0 and <= LongestSecret } secret ? secret : null;
}
