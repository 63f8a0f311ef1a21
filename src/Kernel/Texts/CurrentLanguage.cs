using Microsoft.AspNetCore.Http;

namespace Modellstadt.Kernel.Texts;

/// <summary>
/// The language of this request: <c>?lang=</c> (remembered in a cookie), else the cookie, else <c>Accept-Language</c>, else German.
/// </summary>
public sealed class CurrentLanguage(IHttpContextAccessor accessor)
{
    /// <summary>Name of the cookie and of the query parameter's memory.</summary>
    public const string CookieName = "modellstadt-language";

    private Language? chosen;

    /// <summary>The language to answer in.</summary>
    public Language Language => chosen ??= Choose(accessor.HttpContext);

    private static Language Choose(HttpContext? context)
    {
        if (context is null)
            return Language.German;

        if (Languages.FromTag(context.Request.Query["lang"]) is { } asked)
        {
            Remember(context, asked);
            return asked;
        }

        return Languages.FromTag(context.Request.Cookies[CookieName]) ?? Preferred(context.Request);
    }

    private static void Remember(HttpContext context, Language language)
    {
        if (!context.Response.HasStarted)
            context.Response.Cookies.Append(CookieName, language.Tag(), new CookieOptions { SameSite = SameSiteMode.Lax, HttpOnly = true, IsEssential = true, MaxAge = TimeSpan.FromDays(365) });
    }

    private static Language Preferred(HttpRequest request) =>
        request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(range => range.Quality ?? 1)
            .Select(range => Languages.FromTag(range.Value.Value))
            .FirstOrDefault(language => language is not null) ?? Language.German;
}
