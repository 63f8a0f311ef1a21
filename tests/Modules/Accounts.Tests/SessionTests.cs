using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Modellstadt.Kernel.Storage;

namespace Modellstadt.Accounts.Tests;

public sealed class SessionTests
{
    private const string Warden = "Jana Streifenberg";
    private const string Administrator = "Ruth Schlüsselmann";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_leads_whoever_is_not_signed_in_to_the_sign_in_page_and_back()
    {
        await using var town = await AccountsTown.StartAsync(DatabaseKind.Sqlite);
        var browser = town.Browser();

        using var answer = await browser.GetAsync(AccountsTown.ForWardens + "?zone=7");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/sign-in?returnUrl=%2Ffor-wardens%3Fzone%3D7", answer.Headers.Location!.PathAndQuery);
    }

    [Fact]
    public async Task A_program_that_is_not_signed_in_gets_a_problem_document()
    {
        await using var town = await AccountsTown.StartAsync(DatabaseKind.Sqlite);
        var browser = town.Browser();

        foreach (var accept in new[] { "application/json", "*/*" })
        {
            using var answer = await browser.GetAsync(AccountsTown.ForWardens, accept);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
            Assert.Equal("urn:modellstadt:accounts:sign-in-required", await ProblemTypeAsync(answer));
        }
    }

    [Fact]
    public async Task Another_role_gets_a_plain_page_or_a_problem_document()
    {
        await using var town = await AccountsTown.StartAsync(DatabaseKind.Sqlite);
        var browser = town.Browser();
        (await browser.SignInAsDemoAsync(Warden)).Dispose();

        using var page = await browser.GetAsync(AccountsTown.ForClerks);
        Assert.Equal("/sign-in/other-role?returnUrl=%2Ffor-clerks", page.Headers.Location!.PathAndQuery);
        using var explained = await browser.GetAsync(page.Headers.Location.PathAndQuery);
        Assert.Equal(HttpStatusCode.Forbidden, explained.StatusCode);
        var words = await Browser.ReadAsync(explained);
        Assert.Contains("Diese Seite ist für eine andere Rolle", words, StringComparison.Ordinal);
        Assert.Contains("/sign-in?returnUrl=%2Ffor-clerks", words, StringComparison.Ordinal);

        using var call = await browser.GetAsync(AccountsTown.ForClerks, "application/json");
        Assert.Equal(HttpStatusCode.Forbidden, call.StatusCode);
        Assert.Equal("urn:modellstadt:accounts:other-role-required", await ProblemTypeAsync(call));
    }

    [Fact]
    public async Task An_administrator_may_do_what_clerks_and_wardens_may()
    {
        await using var town = await AccountsTown.StartAsync(DatabaseKind.Sqlite);
        var browser = town.Browser();
        (await browser.SignInAsDemoAsync(Administrator)).Dispose();

        Assert.Equal(Administrator, await browser.ReadAsync(AccountsTown.ForWardens));
        Assert.Equal(Administrator, await browser.ReadAsync(AccountsTown.ForClerks));
    }

    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        await using var town = await AccountsTown.StartAsync(DatabaseKind.Sqlite);
        var browser = town.Browser();
        (await browser.SignInAsDemoAsync(Warden)).Dispose();

        using var signedOut = await browser.SignOutAsync();

        Assert.Equal(HttpStatusCode.SeeOther, signedOut.StatusCode);
        using var page = await browser.GetAsync(AccountsTown.ForWardens);
        Assert.Equal(HttpStatusCode.Redirect, page.StatusCode);
    }

    [Fact]
    public async Task A_session_lasts_12_hours_after_its_last_use()
    {
        await using var town = await AccountsTown.StartAsync(DatabaseKind.Sqlite);
        var browser = town.Browser();
        (await browser.SignInAsDemoAsync(Warden)).Dispose();

        town.Time.Now += TimeSpan.FromHours(11);
        Assert.Equal(Warden, await browser.ReadAsync(AccountsTown.ForWardens));
        town.Time.Now += TimeSpan.FromHours(11);
        Assert.Equal(Warden, await browser.ReadAsync(AccountsTown.ForWardens));
        town.Time.Now += TimeSpan.FromHours(12) + TimeSpan.FromSeconds(1);

        using var page = await browser.GetAsync(AccountsTown.ForWardens);
        Assert.Equal(HttpStatusCode.Redirect, page.StatusCode);
    }

    [Fact]
    public async Task A_session_survives_a_restart()
    {
        await using var town = await AccountsTown.StartAsync(DatabaseKind.Sqlite);
        var before = town.Browser();
        using var signedIn = await before.SignInAsDemoAsync(Warden);
        var cookie = signedIn.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith("modellstadt-staff=", StringComparison.Ordinal)).Split(';')[0];

        await town.RestartAsync(demo: true);
        using var after = town.ManagementClient();
        after.DefaultRequestHeaders.Add("Cookie", cookie);

        Assert.Equal(Warden, await after.GetStringAsync(AccountsTown.ForWardens, Cancellation));
    }

    [Theory]
    [InlineData("http://localhost:5080", false)]
    [InlineData("https://portal.example", true)]
    public async Task The_cookie_is_hidden_from_scripts_and_foreign_sites_and_secure_on_https(string address, bool secure)
    {
        await using var town = await AccountsTown.StartAsync(DatabaseKind.Sqlite, more: ("Town:PublicUrl", address));
        var browser = town.Browser();

        using var signedIn = await browser.SignInAsDemoAsync(Warden);

        var flags = signedIn.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith("modellstadt-staff=", StringComparison.Ordinal)).Split("; ")[1..];
        Assert.Contains("httponly", flags);
        Assert.Contains("samesite=lax", flags);
        Assert.Equal(secure, flags.Contains("secure"));
    }

    private static async Task<string?> ProblemTypeAsync(HttpResponseMessage answer)
    {
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        return (string?)(await answer.Content.ReadFromJsonAsync<JsonObject>(Cancellation))!["type"];
    }
}
