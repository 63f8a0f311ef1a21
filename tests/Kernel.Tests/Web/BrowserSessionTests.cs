using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Modellstadt.Kernel.Web;
using Modellstadt.Testing;

namespace Modellstadt.Kernel.Tests.Web;

public sealed class BrowserSessionTests
{
    [Fact]
    public void A_new_browser_gets_a_secret_that_scripts_and_other_sites_do_not_see()
    {
        var context = new DefaultHttpContext();
        var session = Open(context);
        Assert.Null(session.Existing);

        var secret = session.GetOrStart();

        var cookie = Cookie(context);
        Assert.Equal((BrowserSession.CookieName, secret), (cookie.Name.Value, cookie.Value.Value));
        Assert.Equal(43, secret.Length);
        Assert.True(cookie.HttpOnly);
        Assert.Equal(Microsoft.Net.Http.Headers.SameSiteMode.Lax, cookie.SameSite);
        Assert.Equal(TimeSpan.FromHours(12), cookie.MaxAge);
        Assert.Equal("/", cookie.Path.Value);
        Assert.Null(cookie.Domain.Value);
        Assert.Equal(secret, session.Existing);
    }

    [Theory]
    [InlineData("https", true)]
    [InlineData("http", false)]
    public void The_cookie_travels_encrypted_wherever_the_portal_does(string scheme, bool secure)
    {
        var context = new DefaultHttpContext { Request = { Scheme = scheme } };
        Open(context).GetOrStart();
        Assert.Equal(secure, Cookie(context).Secure);
    }

    [Fact]
    public void Over_https_no_other_host_of_the_domain_can_plant_a_secret()
    {
        var secret = Open(new DefaultHttpContext()).GetOrStart();
        var context = new DefaultHttpContext { Request = { Scheme = "https" } };

        // A cookie without the prefix can come from anybody below the same domain; one with it only from this host.
        context.Request.Headers.Cookie = $"{BrowserSession.CookieName}={secret}";
        Assert.Null(Open(context).Existing);
        context.Request.Headers.Cookie = $"__Host-{BrowserSession.CookieName}={secret}";
        Assert.Equal(secret, Open(context).Existing);
        Open(context).GetOrStart();
        Assert.Equal(("__Host-modellstadt-session", "/", true), (Cookie(context).Name.Value, Cookie(context).Path.Value, Cookie(context).Secure));
    }

    [Fact]
    public void A_browser_that_has_a_secret_keeps_it_and_longer_with_everything_it_starts()
    {
        var secret = Open(new DefaultHttpContext()).GetOrStart();
        var context = Returning(secret);
        var session = Open(context);

        Assert.Equal(secret, session.Existing);
        Assert.Equal(0, context.Response.Headers.SetCookie.Count);
        Assert.Equal(secret, session.GetOrStart());
        Assert.Equal(secret, session.GetOrStart());
        Assert.Equal((secret, TimeSpan.FromHours(12)), (Cookie(context).Value.Value, Cookie(context).MaxAge));
    }

    [Theory]
    [InlineData("")]
    [InlineData("short")]
    [InlineData("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQR")]
    public void What_cannot_be_a_secret_of_ours_is_replaced(string value)
    {
        var context = Returning(value);
        var session = Open(context);
        Assert.Null(session.Existing);
        Assert.NotEqual(value, session.GetOrStart());
    }

    [Fact]
    public void Without_a_request_there_is_no_browser() =>
        Assert.Throws<InvalidOperationException>(() => new BrowserSession(new HttpContextAccessor(), new SeededRandomness(1)).GetOrStart());

    private static BrowserSession Open(HttpContext context) => new(new HttpContextAccessor { HttpContext = context }, new SeededRandomness(1));

    private static DefaultHttpContext Returning(string value)
    {
        var context = new DefaultHttpContext();
        context.Request.Headers.Cookie = $"{BrowserSession.CookieName}={value}";
        return context;
    }

    private static SetCookieHeaderValue Cookie(HttpContext context) => SetCookieHeaderValue.Parse(Assert.Single(context.Response.Headers.SetCookie)!);
}
