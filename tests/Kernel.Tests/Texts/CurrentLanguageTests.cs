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

    [Fact]
    public void The_choice_is_remembered_for_a_year_and_a_guess_is_not()
    {
        var chosen = new DefaultHttpContext { Request = { QueryString = new QueryString("?lang=en") } };
        Assert.Equal(Language.English, new CurrentLanguage(new HttpContextAccessor { HttpContext = chosen }).Language);
        var cookie = Assert.Single(chosen.Response.Headers.SetCookie)!;
        Assert.StartsWith($"{CurrentLanguage.CookieName}=en; max-age=31536000;", cookie, StringComparison.Ordinal);

        var guessed = new DefaultHttpContext();
        guessed.Request.Headers.AcceptLanguage = "en";
        Assert.Equal(Language.English, new CurrentLanguage(new HttpContextAccessor { HttpContext = guessed }).Language);
        Assert.Equal(0, guessed.Response.Headers.SetCookie.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData(";;;=,,")]
    [InlineData("*")]
    [InlineData("xx-YY;q=oops")]
    public void A_header_that_makes_no_sense_is_answered_in_German(string accepted)
    {
        var context = new DefaultHttpContext();
        context.Request.Headers.AcceptLanguage = accepted;
        Assert.Equal(Language.German, new CurrentLanguage(new HttpContextAccessor { HttpContext = context }).Language);
    }

    [Fact]
    public void A_background_task_speaks_German() => Assert.Equal(Language.German, new CurrentLanguage(new HttpContextAccessor()).Language);

    [Fact]
    public void A_fact_in_both_languages_is_read_in_one()
    {
        var text = new LocalizedText("Bücherei", "library");
        Assert.Equal(("Bücherei", "library"), (text.In(Language.German), text.In(Language.English)));
    }
}
