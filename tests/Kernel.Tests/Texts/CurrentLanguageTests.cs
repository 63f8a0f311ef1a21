using Microsoft.AspNetCore.Http;
using Modellstadt.Kernel.Texts;

namespace Modellstadt.Kernel.Tests.Texts;

public sealed class CurrentLanguageTests
{
    [Theory]
    [InlineData(null, null, null, Language.German)]
    [InlineData(null, null, "fr, en;q=0.5, de;q=0.3", Language.English)]
    [InlineData(null, null, "de-AT", Language.German)]
    [InlineData(null, "en", "de", Language.English)]
    [InlineData("de", "en", "en", Language.German)]
    [InlineData("xx", null, "en", Language.English)]
    public void The_address_wins_over_the_cookie_and_the_cookie_over_the_browser(string? query, string? cookie, string? accepted, Language expected)
    {
        var context = new DefaultHttpContext();
        if (query is not null)
            context.Request.QueryString = new QueryString($"?lang={query}");
        if (cookie is not null)
            context.Request.Headers.Cookie = $"{CurrentLanguage.CookieName}={cookie}";
        if (accepted is not null)
            context.Request.Headers.AcceptLanguage = accepted;

        Assert.Equal(expected, new CurrentLanguage(new HttpContextAccessor { HttpContext = context }).Language);
    }
}
