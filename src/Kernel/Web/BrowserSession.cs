using Microsoft.AspNetCore.Http;
using Modellstadt.Kernel.Randomness;

namespace Modellstadt.Kernel.Web;

/// <summary>
/// The browser that started something. Results are bound to it, so that a link or a photographed QR code gives nobody else
/// the result (RFC 10027, session fixation across devices). A random cookie; nothing about the person.
/// </summary>
public sealed class BrowserSession(IHttpContextAccessor accessor, RandomSource random)
{
    /// <summary>Name of the cookie; over HTTPS it has the prefix <see cref="HostPrefix"/>.</summary>
    public const string CookieName = "modellstadt-session";

    /// <summary>By this prefix browsers keep other hosts of the same domain from setting the cookie (RFC 6265bis, section 4.1.3.2): nobody plants a known secret.</summary>
    public const string HostPrefix = "__Host-";

    private string? created;

    /// <summary>The session's secret; null when this browser has none.</summary>
    public string? Existing => created ?? (accessor.HttpContext is { } context && context.Request.Cookies[NameOf(context)] is { Length: 43 } value ? value : null);

    /// <summary>The session's secret; a new one when there is none. The cookie lives 12 hours from here on: what was started last never outlives it.</summary>
    /// <exception cref="InvalidOperationException">There is no request.</exception>
    public string GetOrStart()
    {
        var context = accessor.HttpContext ?? throw new InvalidOperationException("A browser session needs a request.");
        if (created is not null)
            return created;

        created = Existing ?? random.NewSecret();
        context.Response.Cookies.Append(NameOf(context), created, new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
            MaxAge = TimeSpan.FromHours(12),
        });
        return created;
    }

    private static string NameOf(HttpContext context) => context.Request.IsHttps ? HostPrefix + CookieName : CookieName;
}
