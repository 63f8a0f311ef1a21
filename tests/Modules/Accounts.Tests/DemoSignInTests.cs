using System.Net;
using Modellstadt.Kernel.Storage;
using Modellstadt.Testing;

namespace Modellstadt.Accounts.Tests;

public sealed class DemoSignInTests
{
    private const string Warden = "Jana Streifenberg";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Demo_staff_sign_in_with_one_click_and_go_where_they_wanted(DatabaseKind kind)
    {
        await using var town = await AccountsTown.StartAsync(kind);
        var browser = town.Browser();

        using var signedIn = await browser.SignInAsDemoAsync(Warden, AccountsTown.ForWardens);

        Assert.Equal(HttpStatusCode.SeeOther, signedIn.StatusCode);
        Assert.Equal(AccountsTown.ForWardens, signedIn.Headers.Location!.OriginalString);
        Assert.Equal(Warden, await browser.ReadAsync(AccountsTown.ForWardens));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Demo_staff_are_made_once_however_often_the_town_starts(DatabaseKind kind)
    {
        await using var town = await AccountsTown.StartAsync(kind);
        var first = await town.ListStaffAsync();

        await town.RestartAsync(demo: true);

        Assert.Equal(AccountsTown.MadeUpStaff, first.Count);
        Assert.Equal(first.Select(account => (string?)account["id"]), (await town.ListStaffAsync()).Select(account => (string?)account["id"]));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_town_that_is_no_demo_any_more_knows_no_demo_staff(DatabaseKind kind)
    {
        await using var town = await AccountsTown.StartAsync(kind);
        var browser = town.Browser();
        using var passkey = town.NewPasskey();
        (await browser.SignInAsDemoAsync(Warden)).Dispose();
        (await browser.RegisterAsync(passkey, "/account/passkeys")).Dispose();

        await town.RestartAsync(demo: false);
        town.Time.Now += TimeSpan.FromMinutes(1);

        using var page = await browser.GetAsync(AccountsTown.ForWardens);
        Assert.Equal(HttpStatusCode.Redirect, page.StatusCode);
        Assert.DoesNotContain(Warden, await browser.ReadAsync("/sign-in"), StringComparison.Ordinal);
        using var click = await browser.SendFormAsync("/sign-in", "/sign-in/demo", ("account", Guid.Empty.ToString()));
        Assert.Equal(HttpStatusCode.NotFound, click.StatusCode);
        using var shown = await browser.SignInAsync(passkey);
        Assert.Equal(HttpStatusCode.Forbidden, shown.StatusCode);
        Assert.Contains("passkey-not-recognized", await Browser.ReadAsync(shown), StringComparison.Ordinal);
        Assert.Empty(await town.ListStaffAsync());
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example/")]
    [InlineData("elsewhere.example")]
    [InlineData("~/elsewhere")]
    [InlineData("/\n/elsewhere.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("")]
    public async Task After_signing_in_nobody_is_sent_to_a_foreign_address(string returnUrl)
    {
        await using var town = await AccountsTown.StartAsync(DatabaseKind.Sqlite);
        var browser = town.Browser();

        using var signedIn = await browser.SignInAsDemoAsync(Warden, returnUrl);

        Assert.Equal("/", signedIn.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_post_that_comes_from_no_page_of_the_portal_is_refused()
    {
        await using var town = await AccountsTown.StartAsync(DatabaseKind.Sqlite);
        var browser = town.Browser();
        var warden = (await town.ListStaffAsync()).Single(account => (string?)account["role"] == "warden");

        foreach (var path in new[] { "/sign-in/demo", "/sign-in/options", "/sign-out" })
        {
            using var forged = await browser.PostAsync(path, ("account", (string)warden["id"]!));
            Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        }

        using var page = await browser.GetAsync(AccountsTown.ForWardens);
        Assert.Equal(HttpStatusCode.Redirect, page.StatusCode);
    }

    [Fact]
    public async Task Whoever_tries_too_often_waits()
    {
        await using var town = await AccountsTown.StartAsync(DatabaseKind.Sqlite, more: ("Accounts:SignInsPerMinute", "2"));
        var browser = town.Browser();

        (await browser.SignInAsDemoAsync(Warden)).Dispose();
        (await browser.SignInAsDemoAsync(Warden)).Dispose();
        using var third = await browser.SignInAsDemoAsync(Warden);

        Assert.False(third.IsSuccessStatusCode);
        Assert.Null(third.Headers.Location);
        Assert.Contains(Warden, await browser.ReadAsync("/sign-in"), StringComparison.Ordinal);
    }
}
