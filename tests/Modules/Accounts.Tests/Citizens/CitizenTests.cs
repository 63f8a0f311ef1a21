using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Modellstadt.Kernel.Privacy;
using Modellstadt.Kernel.Storage;
using Modellstadt.Testing;

namespace Modellstadt.Accounts.Tests.Citizens;

/// <summary>The account of a citizen, its means, and how sure the town is. Who has shown the citizen ID is the test's word here.</summary>
public sealed partial class CitizenTests
{
    private const string Account = "/account";
    private const string SignIn = "/account/sign-in";
    private const string Aylin = "DE-1";

    public static IEnumerable<TheoryDataRow<DatabaseKind>> Databases => TestDatabase.Kinds;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(AssuranceLevel.High, KeyKeeping.Browser, AssuranceLevel.Substantial)]
    [InlineData(AssuranceLevel.Substantial, KeyKeeping.Browser, AssuranceLevel.Substantial)]
    [InlineData(AssuranceLevel.Low, KeyKeeping.Browser, AssuranceLevel.Low)]
    [InlineData(AssuranceLevel.High, KeyKeeping.Passkey, AssuranceLevel.Low)]
    public void The_level_is_the_minimum_of_proof_and_keys_and_keys_in_a_browser_are_never_high(AssuranceLevel proof, KeyKeeping keys, AssuranceLevel level) =>
        Assert.Equal(level, AssuranceLevels.Of(proof, keys));

    [Theory, MemberData(nameof(Databases))]
    public async Task A_passkey_is_the_second_means_and_signs_in_at_a_lower_level(DatabaseKind kind)
    {
        await using var town = await AccountsTown.StartAsync(kind);
        var browser = town.Browser();
        using var passkey = town.NewPasskey();
        await ShowCitizenIdAsync(browser, Aylin);
        Assert.Equal($"{Aylin} CitizenId Substantial", await browser.ReadAsync(AccountsTown.WhoIsIt));

        Assert.Equal(HttpStatusCode.Redirect, (await AddAsync(browser, passkey, "Mein Handy")).StatusCode);
        Assert.Contains("Passkey „Mein Handy“", await browser.ReadAsync(Account), StringComparison.Ordinal);
        var desk = town.Browser();
        using var signedIn = await SignInAsync(desk, passkey);

        Assert.EndsWith(AccountsTown.WhoIsIt, signedIn.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal($"{Aylin} Passkey Low", await desk.ReadAsync(AccountsTown.WhoIsIt));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Whoever_is_signed_in_by_passkey_is_asked_for_the_citizen_ID_and_then_may_more(DatabaseKind kind)
    {
        await using var town = await AccountsTown.StartAsync(kind);
        using var passkey = town.NewPasskey();
        await ShowCitizenIdAsync(town.Browser(), Aylin, passkey);
        var desk = town.Browser();
        (await SignInAsync(desk, passkey)).Dispose();

        var asked = await desk.ReadAsync($"{SignIn}?returnUrl=%2Fpermit%2Fmine");
        Assert.Contains("Sie sind mit einem Passkey angemeldet. Für diesen Schritt zeigen Sie bitte Ihre Bürger-ID", asked, StringComparison.Ordinal);
        await ShowCitizenIdAsync(desk, Aylin);

        Assert.Equal($"{Aylin} CitizenId Substantial", await desk.ReadAsync(AccountsTown.WhoIsIt));
        Assert.Contains("href=\"/permit/mine\"", await desk.ReadAsync($"{SignIn}?returnUrl=%2Fpermit%2Fmine"), StringComparison.Ordinal);
    }

    /// <summary>Attack 29: a session left open somewhere gives nobody a lasting way in.</summary>
    [Theory, MemberData(nameof(Databases))]
    public async Task Attack_29_A_passkey_is_added_only_soon_after_the_citizen_ID_was_shown(DatabaseKind kind)
    {
        await using var town = await AccountsTown.StartAsync(kind);
        var browser = town.Browser();
        using var first = town.NewPasskey();
        using var second = town.NewPasskey();
        await ShowCitizenIdAsync(browser, Aylin, first);
        var options = await browser.PasskeyOptionsAsync(Account, "/account/passkey/options");
        town.Time.Now += TimeSpan.FromMinutes(10) + TimeSpan.FromSeconds(1);

        using var refused = await browser.SendFormAsync(Account, "add", ("credential", second.Create(options)), ("name", ""));

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Contains("fresh-sign-in-needed", await Browser.ReadAsync(refused), StringComparison.Ordinal);
        Assert.Single(await KeysAsync(town));
    }

    /// <summary>Attack 29: a passkey does not beget passkeys.</summary>
    [Theory, MemberData(nameof(Databases))]
    public async Task Attack_29_Whoever_is_signed_in_by_passkey_neither_adds_nor_removes_one(DatabaseKind kind)
    {
        await using var town = await AccountsTown.StartAsync(kind);
        using var passkey = town.NewPasskey();
        await ShowCitizenIdAsync(town.Browser(), Aylin, passkey);
        var thief = town.Browser();
        (await SignInAsync(thief, passkey)).Dispose();
        var id = PasskeyIn(await thief.ReadAsync(Account));

        using var options = await thief.SendFormAsync(Account, "/account/passkey/options");
        using var removed = await thief.SendFormAsync(Account, "remove", ("Removed", id));

        Assert.Equal(HttpStatusCode.Forbidden, options.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, removed.StatusCode);
        Assert.Single(await KeysAsync(town));
    }

    /// <summary>Attack 9: a passkey that was made for one account is not fixed to another that signs in in the same browser.</summary>
    [Theory, MemberData(nameof(Databases))]
    public async Task Attack_9_A_passkey_made_for_one_account_is_not_added_to_another(DatabaseKind kind)
    {
        await using var town = await AccountsTown.StartAsync(kind);
        var browser = town.Browser();
        using var passkey = town.NewPasskey();
        await ShowCitizenIdAsync(browser, "DE-2");
        var made = passkey.Create(await browser.PasskeyOptionsAsync(Account, "/account/passkey/options"));
        await ShowCitizenIdAsync(browser, Aylin);

        using var refused = await browser.SendFormAsync(Account, "add", ("credential", made), ("name", ""));

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("passkey-not-accepted", await Browser.ReadAsync(refused), StringComparison.Ordinal);
        Assert.Empty(await KeysAsync(town));
    }

    /// <summary>Staff and citizens stay apart.</summary>
    [Theory, MemberData(nameof(Databases))]
    public async Task A_passkey_of_a_citizen_opens_no_office_and_one_of_staff_no_account(DatabaseKind kind)
    {
        await using var town = await AccountsTown.StartAsync(kind);
        using var citizens = town.NewPasskey();
        using var staffs = town.NewPasskey();
        await ShowCitizenIdAsync(town.Browser(), Aylin, citizens);
        (await town.Browser().RegisterAsync(staffs, (await town.InviteAsync()).Link)).Dispose();
        var browser = town.Browser();

        using var atOffice = await browser.SignInAsync(citizens, AccountsTown.ForWardens);
        using var atAccount = await SignInAsync(browser, staffs);

        Assert.Equal(HttpStatusCode.Forbidden, atOffice.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, atAccount.StatusCode);
        using var office = await browser.GetAsync(AccountsTown.ForWardens);
        Assert.Equal(HttpStatusCode.Redirect, office.StatusCode);
        Assert.Equal("nobody", await browser.ReadAsync(AccountsTown.WhoIsIt));
        using var right = await SignInAsync(browser, citizens);
        Assert.Equal(HttpStatusCode.Redirect, right.StatusCode);
    }

    /// <summary>Account and means are two things: removing a passkey ends what it opened and nothing else.</summary>
    [Theory, MemberData(nameof(Databases))]
    public async Task A_removed_passkey_signs_in_no_more_its_sessions_end_and_the_account_stays(DatabaseKind kind)
    {
        await using var town = await AccountsTown.StartAsync(kind);
        var (owner, thief) = (town.Browser(), town.Browser());
        using var lost = town.NewPasskey();
        await ShowCitizenIdAsync(owner, Aylin, lost);
        (await SignInAsync(thief, lost)).Dispose();
        var page = await owner.ReadAsync(Account);
        Assert.Contains("Das ist Ihr letzter Passkey", page, StringComparison.Ordinal);

        using var removed = await owner.SendFormAsync(Account, "remove", ("Removed", PasskeyIn(page)));

        Assert.Equal(HttpStatusCode.Redirect, removed.StatusCode);
        Assert.Equal("nobody", await thief.ReadAsync(AccountsTown.WhoIsIt));
        Assert.Equal(HttpStatusCode.Forbidden, (await SignInAsync(thief, lost)).StatusCode);
        Assert.Equal($"{Aylin} CitizenId Substantial", await owner.ReadAsync(AccountsTown.WhoIsIt));
    }

    /// <summary>Attack 25: the identifier of somebody else's passkey is worth nothing.</summary>
    [Theory, MemberData(nameof(Databases))]
    public async Task Attack_25_Nobody_removes_a_passkey_of_somebody_else(DatabaseKind kind)
    {
        await using var town = await AccountsTown.StartAsync(kind);
        var (owner, other) = (town.Browser(), town.Browser());
        using var passkey = town.NewPasskey();
        await ShowCitizenIdAsync(owner, Aylin, passkey);
        var id = PasskeyIn(await owner.ReadAsync(Account));
        await ShowCitizenIdAsync(other, "DE-2");

        using var refused = await other.SendFormAsync(Account, "remove", ("Removed", id));

        Assert.Equal(HttpStatusCode.Gone, refused.StatusCode);
        Assert.Single(await KeysAsync(town));
        using var allowed = await owner.SendFormAsync(Account, "remove", ("Removed", id));
        Assert.Equal(HttpStatusCode.Redirect, allowed.StatusCode);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Signing_out_everywhere_ends_every_browser_of_the_account_and_no_other(DatabaseKind kind)
    {
        await using var town = await AccountsTown.StartAsync(kind);
        var (first, second, other) = (town.Browser(), town.Browser(), town.Browser());
        await ShowCitizenIdAsync(first, Aylin);
        await ShowCitizenIdAsync(second, Aylin);
        await ShowCitizenIdAsync(other, "DE-2");

        (await first.SendFormAsync(Account, "/account/sign-out-everywhere")).Dispose();

        Assert.Equal("nobody", await first.ReadAsync(AccountsTown.WhoIsIt));
        Assert.Equal("nobody", await second.ReadAsync(AccountsTown.WhoIsIt));
        Assert.StartsWith("DE-2", await other.ReadAsync(AccountsTown.WhoIsIt), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task The_account_lists_its_sign_ins_and_a_copy_of_the_data_names_them(DatabaseKind kind)
    {
        await using var town = await AccountsTown.StartAsync(kind);
        var browser = town.Browser();
        using var passkey = town.NewPasskey();
        await ShowCitizenIdAsync(browser, Aylin, passkey);
        var desk = town.Browser();
        (await SignInAsync(desk, passkey)).Dispose();

        var page = await browser.ReadAsync(Account);
        Assert.Contains("Bürger-ID, noch angemeldet", page, StringComparison.Ordinal);
        Assert.Contains("Passkey „Passkey“, noch angemeldet", page, StringComparison.Ordinal);

        var records = new List<PersonalRecord>();
        foreach (var door in town.Services.GetServices<IPersonalRecords>())
            records.AddRange(await door.OfAsync(Aylin, Cancellation));
        Assert.Equal(["citizen-account", "citizen-means", "citizen-means", "citizen-sign-in", "citizen-sign-in"], records.Select(record => record.Name).Order());
        Assert.Empty(await town.Services.GetServices<IPersonalRecords>().First().OfAsync("DE-3", Cancellation));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Sign_ins_are_forgotten_after_90_days_and_an_account_without_use_after_two_years(DatabaseKind kind)
    {
        await using var town = await AccountsTown.StartAsync(kind);
        using var passkey = town.NewPasskey();
        await ShowCitizenIdAsync(town.Browser(), Aylin, passkey);
        var round = town.Services.GetServices<IHostedService>().OfType<RetentionRound>().Single();

        town.Time.Now += TimeSpan.FromDays(89);
        await round.RunRoundAsync(Cancellation);
        Assert.Equal((1, 2, 1), await CountAsync(town));
        town.Time.Now += TimeSpan.FromDays(2);
        await round.RunRoundAsync(Cancellation);
        Assert.Equal((1, 2, 0), await CountAsync(town));
        town.Time.Now += TimeSpan.FromDays(640);
        await round.RunRoundAsync(Cancellation);
        Assert.Equal((0, 0, 0), await CountAsync(town));
        Assert.Empty(await KeysAsync(town));
    }

    [Fact]
    public async Task Without_a_sign_in_the_account_leads_to_it()
    {
        await using var town = await AccountsTown.StartAsync(DatabaseKind.Sqlite);
        using var page = await town.Browser().GetAsync(Account);
        Assert.Equal("/account/sign-in?returnUrl=%2Faccount", page.Headers.Location!.ToString());
    }

    private static async Task ShowCitizenIdAsync(Browser browser, string resident, SoftPasskey? added = null)
    {
        (await browser.GetAsync($"{AccountsTown.ShowCitizenId}?resident={resident}")).Dispose();
        if (added is not null)
            Assert.Equal(HttpStatusCode.Redirect, (await AddAsync(browser, added, "")).StatusCode);
    }

    private static async Task<HttpResponseMessage> AddAsync(Browser browser, SoftPasskey passkey, string name) => await browser.SendFormAsync(
        Account, "add", ("credential", passkey.Create(await browser.PasskeyOptionsAsync(Account, "/account/passkey/options"))), ("name", name));

    private static async Task<HttpResponseMessage> SignInAsync(Browser browser, SoftPasskey passkey)
    {
        var page = CitizenDoors.SignInFor(AccountsTown.WhoIsIt);
        return await browser.SendFormAsync(page, "passkey", ("credential", passkey.Sign(await browser.PasskeyOptionsAsync(page, "/account/sign-in/passkey/options"))));
    }

    private static string PasskeyIn(string page) => RemoveButton().Match(page).Groups["id"].Value;

    private static async Task<List<Guid>> KeysAsync(AccountsTown town)
    {
        await using var database = await town.OpenAsync();
        return await database.CitizenPasskeys.Select(key => key.MeansId).ToListAsync(Cancellation);
    }

    private static async Task<(int Accounts, int Means, int Sessions)> CountAsync(AccountsTown town)
    {
        await using var database = await town.OpenAsync();
        return (await database.Citizens.CountAsync(Cancellation), await database.CitizenMeans.CountAsync(Cancellation), await database.CitizenSessions.CountAsync(Cancellation));
    }

    [GeneratedRegex("name=\"Removed\" value=\"(?<id>[^\"]+)\"")]
    private static partial Regex RemoveButton();
}
