using Microsoft.AspNetCore.Http;
using Modellstadt.Kernel.Storage;
using Modellstadt.Protocols.Credentials.StatusLists;
using Modellstadt.Testing;

namespace Modellstadt.Verifier.Tests;

/// <summary>The status of what was shown: read anew for every answer, and from nowhere a stranger could point to.</summary>
public sealed class StatusTests
{
    private const string ListPath = "/status-lists/1";

    [Theory]
    [InlineData(StatusValues.Invalid, "credential-revoked")]
    [InlineData(StatusValues.Suspended, "credential-suspended")]
    public async Task What_the_issuer_took_back_is_refused_at_once(byte status, string refusal)
    {
        await using var town = await VerifyingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        Assert.Null(await ShowAsync(town));

        town.Issuer.SetStatus(town.Card, status);

        Assert.Equal(refusal, await ShowAsync(town));
    }

    [Fact]
    public async Task Without_its_list_a_credential_is_refused()
    {
        await using var town = await VerifyingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        town.StatusLists.Silent = true;

        Assert.Equal("status-unknown", await ShowAsync(town));
    }

    [Fact]
    public async Task A_town_may_decide_to_go_on_without_the_list()
    {
        await using var town = await VerifyingTown.StartAsync(
            await TestDatabase.CreateAsync(DatabaseKind.Sqlite), settings: ("Verifier:AcceptUnknownStatus", "true"));
        town.StatusLists.Silent = true;

        Assert.Null(await ShowAsync(town));
    }

    [Fact]
    public async Task An_address_that_is_not_on_the_list_is_never_called()
    {
        await using var server = await StatusListServer.StartAsync();
        await using var town = await VerifyingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite), statusList: new Uri(server.Address, ListPath));
        town.StatusLists.Silent = true;
        server.Answer = _ => Results.Text(Sign(town));

        Assert.Equal("status-unknown", await ShowAsync(town));

        Assert.Empty(server.Asked);
    }

    [Fact]
    public async Task A_list_on_an_allowed_host_is_fetched_once_while_it_is_fresh()
    {
        await using var server = await StatusListServer.StartAsync();
        await using var town = await StartAtAsync(server);
        server.Answer = _ => Results.Text(Sign(town));

        Assert.Null(await ShowAsync(town));
        Assert.Null(await ShowAsync(town));
        Assert.Equal([ListPath], server.Asked);

        town.Issuer.SetStatus(town.Card, StatusValues.Invalid);
        town.Time.Now += TimeSpan.FromMinutes(1);
        Assert.Equal("credential-revoked", await ShowAsync(town));
        Assert.Equal([ListPath, ListPath], server.Asked);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var server = await StatusListServer.StartAsync();
        await using var town = await StartAtAsync(server);
        server.Answer = path => path == ListPath ? Results.Redirect("/elsewhere") : Results.Text(Sign(town));

        Assert.Equal("status-unknown", await ShowAsync(town));

        Assert.Equal([ListPath], server.Asked);
    }

    [Fact]
    public async Task A_list_of_another_authority_says_nothing()
    {
        await using var server = await StatusListServer.StartAsync();
        await using var town = await StartAtAsync(server);
        var stranger = new TestIssuer("Test card office", town.Time.Now, town.Random.Fill) { StatusListAddress = town.Issuer.StatusListAddress };
        server.Answer = _ => Results.Text(stranger.SignStatusList(town.Time.Now, TimeSpan.FromMinutes(1)));

        Assert.Equal("status-unknown", await ShowAsync(town));
    }

    [Fact]
    public async Task An_answer_that_is_no_list_says_nothing()
    {
        await using var server = await StatusListServer.StartAsync();
        await using var town = await StartAtAsync(server);
        server.Answer = _ => Results.Text("<html>Wartung</html>");

        Assert.Equal("status-unknown", await ShowAsync(town));
    }

    /// <summary>A town whose own host is the server, so that lists may be fetched there.</summary>
    private static async Task<VerifyingTown> StartAtAsync(StatusListServer server)
    {
        var town = await VerifyingTown.StartAsync(
            await TestDatabase.CreateAsync(DatabaseKind.Sqlite),
            new Uri(server.Address, ListPath),
            ("Town:PublicUrl", server.Address.OriginalString.TrimEnd('/')));
        town.StatusLists.Silent = true;
        return town;
    }

    private static string Sign(VerifyingTown town) => town.Issuer.SignStatusList(town.Time.Now, TimeSpan.FromMinutes(1));

    /// <summary>Shows the card; null when it is accepted, else the name of the refusal.</summary>
    private static async Task<string?> ShowAsync(VerifyingTown town)
    {
        // The wallet shows each copy once; the same one is put back.
        town.Wallet.Copies.Remove(town.Card);
        town.Wallet.Copies.Add(town.Card);
        var started = await town.AskAsync();
        var reply = await town.Wallet.PresentAsync(town.LinkOf(started));
        var outcome = await town.RedeemAsync(reply.RedirectUri!);
        return outcome.Refusal?.Type.Split(':')[^1];
    }
}
