using Microsoft.AspNetCore.Http;
using Modellstadt.Protocols.Credentials.StatusLists;

namespace Modellstadt.Verifier.Tests;

/// <summary>What counts while a status list cannot be had: the town decides, for each type of credential (attack 17: never by accident).</summary>
public sealed class StatusOutageTests
{
    private static readonly (string Key, string Value) LastGoodList = ("Verifier:StatusOutage", "LastGoodList");
    private static readonly (string Key, string Value) Accept = ("Verifier:StatusOutage", "Accept");

    [Fact]
    public async Task By_default_nothing_counts()
    {
        await using var scene = await StatusScene.StartAsync();
        Assert.Null(await scene.ShowAsync());

        FallSilent(scene, TimeSpan.FromMinutes(1));

        Assert.Equal("status-unknown", await scene.ShowAsync());
    }

    [Fact]
    public async Task The_last_list_that_held_counts_until_its_own_end()
    {
        await using var scene = await StatusScene.StartAsync(LastGoodList);
        Assert.Null(await scene.ShowAsync());

        FallSilent(scene, TimeSpan.FromMinutes(30));
        Assert.Null(await scene.ShowAsync());

        scene.Town.Time.Now += TimeSpan.FromMinutes(30);
        Assert.Equal("status-unknown", await scene.ShowAsync());
    }

    [Fact]
    public async Task What_the_last_list_called_revoked_stays_refused()
    {
        await using var scene = await StatusScene.StartAsync(Accept);
        scene.Town.Issuer.SetStatus(scene.Town.Card, StatusValues.Invalid);
        Assert.Equal("credential-revoked", await scene.ShowAsync());

        FallSilent(scene, TimeSpan.FromMinutes(30));

        Assert.Equal("credential-revoked", await scene.ShowAsync());
    }

    [Fact]
    public async Task A_list_without_an_end_is_not_used_longer_than_it_is_fresh()
    {
        await using var scene = await StatusScene.StartAsync(LastGoodList);
        scene.Server.Answer = _ => StatusScene.List(scene.Sign(list => list.Remove("exp")));
        Assert.Null(await scene.ShowAsync());

        FallSilent(scene, TimeSpan.FromMinutes(1));

        Assert.Equal("status-unknown", await scene.ShowAsync());
    }

    [Fact]
    public async Task Without_any_list_the_last_one_is_no_help()
    {
        await using var scene = await StatusScene.StartAsync(LastGoodList);
        FallSilent(scene, TimeSpan.Zero);

        Assert.Equal("status-unknown", await scene.ShowAsync());
    }

    [Fact]
    public async Task A_town_may_decide_to_go_on_without_a_list()
    {
        await using var scene = await StatusScene.StartAsync(Accept);
        FallSilent(scene, TimeSpan.Zero);

        Assert.Null(await scene.ShowAsync());
    }

    [Fact]
    public async Task A_list_that_says_nothing_about_the_card_is_no_outage()
    {
        await using var scene = await StatusScene.StartAsync(Accept);
        Assert.Null(await scene.ShowAsync());

        scene.Town.Time.Now += TimeSpan.FromHours(2);
        scene.Server.Answer = _ => StatusScene.List(scene.Sign(list => list["sub"] = "https://issuer.example/status-lists/2"));

        Assert.Equal("status-unknown", await scene.ShowAsync());
    }

    [Theory]
    [InlineData(VerifyingTown.CardType, null)]
    [InlineData("urn:example:card:2", "status-unknown")]
    public async Task A_type_of_credential_may_have_a_rule_of_its_own(string type, string? refusal)
    {
        await using var scene = await StatusScene.StartAsync(
            ("Verifier:StatusOutageRules:0:CredentialType", type), ("Verifier:StatusOutageRules:0:Outage", "Accept"));
        FallSilent(scene, TimeSpan.Zero);

        Assert.Equal(refusal, await scene.ShowAsync());
    }

    private static void FallSilent(StatusScene scene, TimeSpan after)
    {
        scene.Town.Time.Now += after;
        scene.Server.Answer = _ => Results.StatusCode(503);
    }
}
