using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Storage;
using Modellstadt.Testing;

namespace Modellstadt.Accounts.Tests;

public sealed class EnrolmentTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_link_registers_the_first_passkey_of_a_real_town(DatabaseKind kind)
    {
        await using var town = await AccountsTown.StartAsync(kind, demo: false);
        var invitation = await town.InviteAsync("Đặng Thị Nguyễn", "clerk");
        Assert.Equal("invited", (string?)Assert.Single(await town.ListStaffAsync())["state"]);
        var browser = town.Browser();
        using var passkey = town.NewPasskey();
        Assert.Contains("Đặng Thị Nguyễn", await browser.ReadAsync(invitation.Link), StringComparison.Ordinal);

        using var enrolled = await browser.RegisterAsync(passkey, invitation.Link);

        Assert.Equal("/account/passkeys", enrolled.Headers.Location!.PathAndQuery);
        Assert.Equal("Đặng Thị Nguyễn", await browser.ReadAsync(AccountsTown.ForClerks));
        (await browser.SignOutAsync()).Dispose();
        (await browser.SignInAsync(passkey)).Dispose();
        Assert.Equal("Đặng Thị Nguyễn", await browser.ReadAsync(AccountsTown.ForClerks));
        var listed = Assert.Single(await town.ListStaffAsync());
        Assert.Equal(("active", "clerk", 1), ((string?)listed["state"], (string?)listed["role"], (int?)listed["passkeys"]));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_link_works_once(DatabaseKind kind)
    {
        await using var town = await AccountsTown.StartAsync(kind);
        var invitation = await town.InviteAsync();
        var (owner, second) = (town.Browser(), town.Browser());
        using var passkey = town.NewPasskey();
        using var late = town.NewPasskey();
        var answer = late.Create(await second.PasskeyOptionsAsync(invitation.Link, $"{invitation.Link}/options"));
        var page = await second.GetAsync(invitation.Link);

        (await owner.RegisterAsync(passkey, invitation.Link)).Dispose();

        await AssertUnusableAsync(await owner.GetAsync(invitation.Link), HttpStatusCode.Gone, "enrolment-used");
        await AssertUnusableAsync(await second.SendFormAsync(page, invitation.Link, "enrol", ("credential", answer)), HttpStatusCode.Gone, "enrolment-used");
        Assert.Equal(1, (int?)(await town.ListStaffAsync()).Single(account => (Guid?)account["id"] == invitation.Id)["passkeys"]);
    }

    [Fact]
    public async Task A_link_works_for_24_hours()
    {
        await using var town = await AccountsTown.StartAsync(DatabaseKind.Sqlite);
        var invitation = await town.InviteAsync();
        var browser = town.Browser();

        town.Time.Now += TimeSpan.FromHours(24) - TimeSpan.FromSeconds(1);
        await browser.ReadAsync(invitation.Link);
        town.Time.Now += TimeSpan.FromSeconds(1);

        await AssertUnusableAsync(await browser.GetAsync(invitation.Link), HttpStatusCode.Gone, "enrolment-expired");
    }

    [Fact]
    public async Task A_link_that_nobody_made_is_refused()
    {
        await using var town = await AccountsTown.StartAsync(DatabaseKind.Sqlite);

        await AssertUnusableAsync(await town.Browser().GetAsync("/enrol/abc"), HttpStatusCode.Gone, "enrolment-unknown");
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_new_link_replaces_the_unused_one(DatabaseKind kind)
    {
        await using var town = await AccountsTown.StartAsync(kind);
        var invitation = await town.InviteAsync();
        using var management = town.ManagementClient();

        using var renewed = await management.PostAsync($"/management/v1/staff/{invitation.Id}/enrolments", null, Cancellation);

        Assert.Equal(HttpStatusCode.Created, renewed.StatusCode);
        var link = (string)(await renewed.Content.ReadFromJsonAsync<JsonObject>(Cancellation))!["enrolment_uri"]!;
        await AssertUnusableAsync(await town.Browser().GetAsync(invitation.Link), HttpStatusCode.Gone, "enrolment-unknown");
        await town.Browser().ReadAsync(new Uri(link).PathAndQuery);
    }

    [Fact]
    public async Task A_passkey_made_for_one_account_does_not_open_another()
    {
        await using var town = await AccountsTown.StartAsync(DatabaseKind.Sqlite);
        var (own, foreign) = (await town.InviteAsync("Emil Klein"), await town.InviteAsync("Rosa Groß", "administrator"));
        var browser = town.Browser();
        using var passkey = town.NewPasskey();
        var answer = passkey.Create(await browser.PasskeyOptionsAsync(own.Link, $"{own.Link}/options"));

        using var refused = await browser.SendFormAsync(foreign.Link, "enrol", ("credential", answer));

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("passkey-not-accepted", await Browser.ReadAsync(refused), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_secret_of_a_link_rests_nowhere()
    {
        await using var town = await AccountsTown.StartAsync(DatabaseKind.Sqlite);
        var secret = (await town.InviteAsync()).Link["/enrol/".Length..];

        await using var database = await town.OpenAsync();
        var stored = await database.Enrolments.SingleAsync(Cancellation);

        Assert.DoesNotContain(secret, stored.SecretHash, StringComparison.OrdinalIgnoreCase);
        Assert.Matches("^[0-9a-f]{64}$", stored.SecretHash);
    }

    private static async Task AssertUnusableAsync(HttpResponseMessage answer, HttpStatusCode status, string type)
    {
        Assert.Equal(status, answer.StatusCode);
        var words = await Browser.ReadAsync(answer);
        Assert.Contains(type, words, StringComparison.Ordinal);
        Assert.DoesNotContain("data-passkey=", words, StringComparison.Ordinal);
    }
}
