using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Modellstadt.Kernel.Storage;
using Modellstadt.Testing;

namespace Modellstadt.Accounts.Tests;

public sealed class StaffManagementTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("GET", "/management/v1/staff")]
    [InlineData("POST", "/management/v1/staff")]
    [InlineData("POST", "/management/v1/staff/0b5c1c1e-9a2f-4f4e-8d0a-0c9f5d5f0001/lock")]
    [InlineData("POST", "/management/v1/staff/0b5c1c1e-9a2f-4f4e-8d0a-0c9f5d5f0001/enrolments")]
    public async Task Without_the_management_key_nothing_is_managed(string method, string path)
    {
        await using var town = await AccountsTown.StartAsync(DatabaseKind.Sqlite);
        using var nobody = new HttpClient(town.Line()) { BaseAddress = town.Address };
        using var stranger = town.ManagementClient("another-key-that-is-long-enough-0123456789");

        foreach (var client in new[] { nobody, stranger })
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = method == "POST" ? JsonContent.Create(new { name = "X", role = "clerk" }) : null };
            using var answer = await client.SendAsync(request, Cancellation);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
            Assert.Equal("urn:modellstadt:accounts:management-key-missing", (string?)(await answer.Content.ReadFromJsonAsync<JsonObject>(Cancellation))!["type"]);
        }

        Assert.Equal(AccountsTown.MadeUpStaff, (await town.ListStaffAsync()).Count);
    }

    [Theory]
    [InlineData("", "clerk")]
    [InlineData("   ", "clerk")]
    [InlineData("Li\nng", "clerk")]
    [InlineData("Emil Klein", "mayor")]
    [InlineData("Emil Klein", "1")]
    [InlineData(null, "clerk")]
    [InlineData("Emil Klein", null)]
    public async Task An_account_needs_a_name_and_a_role(string? name, string? role)
    {
        await using var town = await AccountsTown.StartAsync(DatabaseKind.Sqlite);
        using var management = town.ManagementClient();

        using var answer = await management.PostAsJsonAsync("/management/v1/staff", new { name, role }, Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(AccountsTown.MadeUpStaff, (await town.ListStaffAsync()).Count);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_locked_account_loses_its_sessions_within_a_minute_and_stays_out(DatabaseKind kind)
    {
        await using var town = await AccountsTown.StartAsync(kind);
        var invitation = await town.InviteAsync();
        var browser = town.Browser();
        using var passkey = town.NewPasskey();
        (await browser.RegisterAsync(passkey, invitation.Link)).Dispose();
        Assert.Equal("Aylin Çelik", await browser.ReadAsync(AccountsTown.ForWardens));

        await town.LockAsync(invitation.Id);
        town.Time.Now += TimeSpan.FromMinutes(1);

        using var page = await browser.GetAsync(AccountsTown.ForWardens);
        Assert.Equal(HttpStatusCode.Redirect, page.StatusCode);
        using var signIn = await browser.SignInAsync(passkey);
        Assert.Equal(HttpStatusCode.Forbidden, signIn.StatusCode);
        Assert.Contains("account-locked", await Browser.ReadAsync(signIn), StringComparison.Ordinal);
        Assert.Equal("locked", (string?)(await town.ListStaffAsync()).Single(account => (Guid?)account["id"] == invitation.Id)["state"]);
    }

    [Fact]
    public async Task A_session_that_outlives_its_account_for_a_moment_adds_no_passkey()
    {
        await using var town = await AccountsTown.StartAsync(DatabaseKind.Sqlite);
        var invitation = await town.InviteAsync();
        var browser = town.Browser();
        using var passkey = town.NewPasskey();
        using var backDoor = town.NewPasskey();
        (await browser.RegisterAsync(passkey, invitation.Link)).Dispose();
        var answer = backDoor.Create(await browser.PasskeyOptionsAsync("/account/passkeys", "/account/passkeys/options"));

        await town.LockAsync(invitation.Id);

        using var refused = await browser.SendFormAsync("/account/passkeys", "add", ("credential", answer));
        Assert.Contains("account-locked", await Browser.ReadAsync(refused), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Locking_an_account_ends_its_link()
    {
        await using var town = await AccountsTown.StartAsync(DatabaseKind.Sqlite);
        var invitation = await town.InviteAsync();

        await town.LockAsync(invitation.Id);

        using var page = await town.Browser().GetAsync(invitation.Link);
        Assert.Equal(HttpStatusCode.Forbidden, page.StatusCode);
        Assert.Contains("account-locked", await Browser.ReadAsync(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Locking_twice_is_the_same_as_once()
    {
        await using var town = await AccountsTown.StartAsync(DatabaseKind.Sqlite);
        var invitation = await town.InviteAsync();

        await town.LockAsync(invitation.Id);
        await town.LockAsync(invitation.Id);

        Assert.Equal(["staff-invited", "staff-locked"], (await town.AuditOfAsync(invitation.Id)).Select(entry => entry.Action).Order());
    }

    [Theory]
    [InlineData("lock")]
    [InlineData("enrolments")]
    public async Task An_account_that_does_not_exist_is_unknown(string action)
    {
        await using var town = await AccountsTown.StartAsync(DatabaseKind.Sqlite);
        using var management = town.ManagementClient();

        using var answer = await management.PostAsync($"/management/v1/staff/{Guid.Empty}/{action}", null, Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("urn:modellstadt:accounts:staff-unknown", (string?)(await answer.Content.ReadFromJsonAsync<JsonObject>(Cancellation))!["type"]);
    }
}
