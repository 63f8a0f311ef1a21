using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Storage;
using Modellstadt.Testing;

namespace Modellstadt.Accounts.Tests;

public sealed partial class PasskeyTests
{
    private const string Page = "/account/passkeys";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Staff_add_a_passkey_sign_out_and_sign_in_with_it(DatabaseKind kind)
    {
        await using var town = await AccountsTown.StartAsync(kind);
        var browser = town.Browser();
        using var passkey = town.NewPasskey();
        (await browser.SignInAsDemoAsync("Jana")).Dispose();

        using var added = await browser.RegisterAsync(passkey, Page, "Mein Diensthandy");
        Assert.True(HttpStatusCode.Redirect == added.StatusCode, await Browser.ReadAsync(added));
        var list = await browser.ReadAsync(Page);
        Assert.Contains("Mein Diensthandy", list, StringComparison.Ordinal);
        Assert.Contains("Hinzugefügt am 24.11.2026", list, StringComparison.Ordinal);
        Assert.Contains("Noch nie zum Anmelden benutzt", list, StringComparison.Ordinal);
        (await browser.SignOutAsync()).Dispose();
        town.Time.Now += TimeSpan.FromDays(1);

        using var signedIn = await browser.SignInAsync(passkey, AccountsTown.ForWardens);

        Assert.Equal(AccountsTown.ForWardens, signedIn.Headers.Location!.PathAndQuery);
        Assert.Equal("Jana Streifenberg", await browser.ReadAsync(AccountsTown.ForWardens));
        Assert.Contains("Zuletzt benutzt am 25.11.2026 um 10:00 Uhr", await browser.ReadAsync(Page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_passkey_of_another_site_is_refused()
    {
        await using var town = await AccountsTown.StartAsync(DatabaseKind.Sqlite);
        var (browser, passkey) = await SignedUpAsync(town);

        passkey.Origin = "http://elsewhere.example";

        await AssertNotRecognizedAsync(await browser.SignInAsync(passkey));
    }

    [Fact]
    public async Task A_passkey_that_nobody_unlocked_is_refused()
    {
        await using var town = await AccountsTown.StartAsync(DatabaseKind.Sqlite);
        var (browser, passkey) = await SignedUpAsync(town);

        passkey.VerifiesUser = false;

        await AssertNotRecognizedAsync(await browser.SignInAsync(passkey));
    }

    [Fact]
    public async Task An_answer_counts_once_and_only_where_it_was_asked_for()
    {
        await using var town = await AccountsTown.StartAsync(DatabaseKind.Sqlite);
        var (browser, passkey) = await SignedUpAsync(town);
        var answer = passkey.Sign(await browser.PasskeyOptionsAsync("/sign-in", "/sign-in/options"));

        await AssertNotRecognizedAsync(await town.Browser().SendFormAsync("/sign-in", "passkey", ("credential", answer)));
        using var signedIn = await browser.SendFormAsync("/sign-in", "passkey", ("credential", answer));
        Assert.Equal(HttpStatusCode.Redirect, signedIn.StatusCode);
        await AssertNotRecognizedAsync(await browser.SendFormAsync("/sign-in", "passkey", ("credential", answer)));
    }

    [Fact]
    public async Task An_answer_after_more_than_five_minutes_is_refused()
    {
        await using var town = await AccountsTown.StartAsync(DatabaseKind.Sqlite);
        var (browser, passkey) = await SignedUpAsync(town);
        var answer = passkey.Sign(await browser.PasskeyOptionsAsync("/sign-in", "/sign-in/options"));

        town.Time.Now += TimeSpan.FromMinutes(5) + TimeSpan.FromSeconds(1);

        await AssertNotRecognizedAsync(await browser.SendFormAsync("/sign-in", "passkey", ("credential", answer)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("not JSON")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[")]
    public async Task What_is_no_passkey_is_refused(string credential)
    {
        await using var town = await AccountsTown.StartAsync(DatabaseKind.Sqlite);
        var (browser, passkey) = await SignedUpAsync(town);
        await browser.PasskeyOptionsAsync("/sign-in", "/sign-in/options");

        await AssertNotRecognizedAsync(await browser.SendFormAsync("/sign-in", "passkey", ("credential", credential)));
        (await browser.SignInAsync(passkey)).Dispose();
        await browser.PasskeyOptionsAsync(Page, $"{Page}/options");
        using var refused = await browser.SendFormAsync(Page, "add", ("credential", credential));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("passkey-not-accepted", await Browser.ReadAsync(refused), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task The_last_passkey_of_an_account_stays(DatabaseKind kind)
    {
        await using var town = await AccountsTown.StartAsync(kind);
        var (browser, first) = await SignedUpAsync(town);
        (await browser.SignInAsync(first)).Dispose();

        using var refused = await RemoveAsync(browser, await OnlyPasskeyAsync(browser));

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("last-passkey", await Browser.ReadAsync(refused), StringComparison.Ordinal);
        Assert.NotEmpty(await OnlyPasskeyAsync(browser));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Removing_a_passkey_ends_every_other_session(DatabaseKind kind)
    {
        await using var town = await AccountsTown.StartAsync(kind);
        var (browser, lost) = await SignedUpAsync(town);
        var thief = town.Browser();
        (await browser.SignInAsync(lost)).Dispose();
        (await thief.SignInAsync(lost)).Dispose();
        var lostId = await OnlyPasskeyAsync(browser);
        using var other = town.NewPasskey();
        (await browser.RegisterAsync(other, Page, "Neues Handy")).Dispose();

        using var removed = await RemoveAsync(browser, lostId);
        town.Time.Now += TimeSpan.FromMinutes(1);

        Assert.Equal(HttpStatusCode.Redirect, removed.StatusCode);
        Assert.Equal("Aylin Çelik", await browser.ReadAsync(AccountsTown.ForWardens));
        using var page = await thief.GetAsync(AccountsTown.ForWardens);
        Assert.Equal(HttpStatusCode.Redirect, page.StatusCode);
        await AssertNotRecognizedAsync(await thief.SignInAsync(lost));
    }

    [Fact]
    public async Task Demo_staff_may_remove_their_last_passkey()
    {
        await using var town = await AccountsTown.StartAsync(DatabaseKind.Sqlite);
        var browser = town.Browser();
        using var passkey = town.NewPasskey();
        (await browser.SignInAsDemoAsync("Jana")).Dispose();
        (await browser.RegisterAsync(passkey, Page)).Dispose();

        (await RemoveAsync(browser, await OnlyPasskeyAsync(browser))).Dispose();

        Assert.Contains("Noch kein Passkey", await browser.ReadAsync(Page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_removes_a_passkey_of_somebody_else()
    {
        await using var town = await AccountsTown.StartAsync(DatabaseKind.Sqlite);
        var (owner, passkey) = await SignedUpAsync(town);
        (await owner.SignInAsync(passkey)).Dispose();
        var id = await OnlyPasskeyAsync(owner);
        var other = town.Browser();
        using var own = town.NewPasskey();
        (await other.SignInAsDemoAsync("Jana")).Dispose();
        (await other.RegisterAsync(own, Page)).Dispose();

        using var refused = await RemoveAsync(other, id);

        Assert.Equal(HttpStatusCode.Gone, refused.StatusCode);
        Assert.Equal(id, await OnlyPasskeyAsync(owner));
    }

    [Fact]
    public async Task What_happens_to_passkeys_stands_in_the_audit()
    {
        await using var town = await AccountsTown.StartAsync(DatabaseKind.Sqlite);
        var invitation = await town.InviteAsync();
        var browser = town.Browser();
        using var passkey = town.NewPasskey();
        (await browser.RegisterAsync(passkey, invitation.Link)).Dispose();
        using var second = town.NewPasskey();
        var first = await OnlyPasskeyAsync(browser);
        town.Time.Now += TimeSpan.FromMinutes(1);
        (await browser.RegisterAsync(second, Page)).Dispose();
        town.Time.Now += TimeSpan.FromMinutes(1);
        (await RemoveAsync(browser, first)).Dispose();
        town.Time.Now += TimeSpan.FromMinutes(1);
        (await browser.SignInAsync(second)).Dispose();

        await using var database = await town.OpenAsync();
        var kept = await database.Passkeys.SingleAsync(Cancellation);
        var trail = (await town.AuditOfAsync(invitation.Id)).Select(entry => (entry.Actor, entry.Action, entry.Detail)).ToList();
        var owner = $"staff/{invitation.Id}";
        Assert.Equal(("management", "staff-invited", "warden"), trail[0]);
        Assert.Equal([(owner, "passkey-added", $"passkey/{first}"), (owner, "staff-signed-in", "enrolment")], trail[1..3].Order());
        Assert.Equal(
            [(owner, "passkey-added", $"passkey/{kept.Id}"), (owner, "passkey-removed", $"passkey/{first}"), (owner, "staff-signed-in", $"passkey/{kept.Id}")],
            trail[3..]);
    }

    /// <summary>Somebody with a real account and one passkey, signed out.</summary>
    private static async Task<(Browser Browser, SoftPasskey Passkey)> SignedUpAsync(AccountsTown town)
    {
        var (browser, passkey) = (town.Browser(), town.NewPasskey());
        using var enrolled = await browser.RegisterAsync(passkey, (await town.InviteAsync()).Link);
        Assert.True(HttpStatusCode.Redirect == enrolled.StatusCode, await Browser.ReadAsync(enrolled));
        (await browser.SignOutAsync()).Dispose();
        return (browser, passkey);
    }

    private static Task<HttpResponseMessage> RemoveAsync(Browser browser, string id) => browser.SendFormAsync(Page, "remove", ("Removed", id));

    private static async Task<string> OnlyPasskeyAsync(Browser browser) => RemoveButton().Match(await browser.ReadAsync(Page)).Groups["id"].Value;

    private static async Task AssertNotRecognizedAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("passkey-not-recognized", await Browser.ReadAsync(answer), StringComparison.Ordinal);
    }

    [GeneratedRegex("name=\"Removed\" value=\"(?<id>[^\"]+)\"")]
    private static partial Regex RemoveButton();
}
