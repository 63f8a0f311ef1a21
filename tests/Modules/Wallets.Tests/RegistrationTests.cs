using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Kernel.Privacy;
using Modellstadt.Kernel.Storage;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Testing;
using Modellstadt.Wallets.Storage;

namespace Modellstadt.Wallets.Tests;

/// <summary>Wallets register, are known by their key, and nobody calls in another one's name (attacks 5 and 25).</summary>
public sealed class RegistrationTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_wallet_registers_once_and_a_lost_answer_loses_nothing(DatabaseKind kind)
    {
        await using var town = await WalletsTown.StartAsync(kind);
        var wallet = await TownWallet.RegisterAsync(town);
        var id = wallet.Id;

        using var again = await wallet.RegisterAsync();

        Assert.Equal(HttpStatusCode.Created, again.StatusCode);
        Assert.Equal(id, wallet.Id);
        Assert.Equal(1, await CountAsync(town));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Key_code_and_locator_belong_to_one_wallet(DatabaseKind kind)
    {
        await using var town = await WalletsTown.StartAsync(kind);
        var wallet = await TownWallet.RegisterAsync(town);

        await Problems.AssertAsync(HttpStatusCode.Conflict, "already-registered", await new TownWallet(town) { Emergency = wallet.Emergency }.RegisterAsync());
        await Problems.AssertAsync(HttpStatusCode.Conflict, "already-registered", await new TownWallet(town) { Locator = wallet.Locator }.RegisterAsync());
        await Problems.AssertAsync(HttpStatusCode.Conflict, "already-registered", await new TownWallet(town) { Key = wallet.Key }.RegisterAsync());
        Assert.Equal(1, await CountAsync(town));
    }

    [Fact]
    public async Task A_registration_with_one_thing_wrong_is_refused_and_stores_nothing()
    {
        await using var town = await WalletsTown.StartAsync();
        var wallet = new TownWallet(town);
        var other = SoftwareSigningKey.Create(town.Random.Fill);

        await RefusesAsync(wallet, message => message["key"] = other.PublicKey.ToJson());
        await RefusesAsync(wallet, message => message.Remove("key"));
        await RefusesAsync(wallet, message => message["emergency"] = Base64Url.Encode(new byte[31]));
        await RefusesAsync(wallet, message => message["emergency"] = "not base64url!");
        await RefusesAsync(wallet, message => message["locator"] = Base64Url.Encode(new byte[33]));
        await RefusesAsync(wallet, message => message.Remove("locator"));
        await Problems.AssertAsync(HttpStatusCode.RequestEntityTooLarge, "too-long", await wallet.SendAsync(HttpMethod.Post, "/wallets", new JsonObject { ["key"] = new string('x', 5000) }));
        Assert.Equal(0, await CountAsync(town));

        using var answer = await wallet.RegisterAsync();
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_proof_is_good_once_in_every_process(DatabaseKind kind)
    {
        await using var town = await WalletsTown.StartAsync(kind);
        await using var second = await WalletsTown.StartBesideAsync(town);
        var wallet = await TownWallet.RegisterAsync(town);
        var proof = wallet.Prove(HttpMethod.Put, $"/wallets/{wallet.Id}/list");
        Assert.Equal(HttpStatusCode.NoContent, await Problems.StatusAsync(wallet.WriteListAsync([1], null, proof)));

        await Problems.AssertAsync(HttpStatusCode.Unauthorized, "proof-refused", await wallet.WriteListAsync([2], "\"1\"", proof));
        wallet.Town = second;
        await Problems.AssertAsync(HttpStatusCode.Unauthorized, "proof-refused", await wallet.WriteListAsync([2], "\"1\"", proof));
    }

    [Fact]
    public async Task A_proof_with_one_thing_wrong_is_refused()
    {
        await using var town = await WalletsTown.StartAsync();
        var wallet = await TownWallet.RegisterAsync(town);
        var path = $"/wallets/{wallet.Id}/list";
        Assert.Equal(HttpStatusCode.NoContent, await Problems.StatusAsync(wallet.WriteListAsync([1], null)));

        string[] wrong =
        [
            wallet.Prove(HttpMethod.Post, path),
            wallet.Prove(HttpMethod.Put, path + "s"),
            wallet.Prove(HttpMethod.Put, path, address: town.Town.At(path)),
            wallet.Prove(HttpMethod.Put, path, at: town.Time.Now.AddMinutes(-6)),
            wallet.Prove(HttpMethod.Put, path, at: town.Time.Now.AddMinutes(2)),
            "no.proof.atall",
        ];

        foreach (var proof in wrong)
        {
            using var answer = await wallet.WriteListAsync([2], "\"1\"", proof);
            Assert.StartsWith("DPoP error=\"invalid_dpop_proof\"", answer.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
            await Problems.AssertAsync(HttpStatusCode.Unauthorized, "proof-refused", answer);
        }

        using var list = await wallet.AskAsync(HttpMethod.Get, "list");
        Assert.Equal([1], await list.Content.ReadAsByteArrayAsync(Cancellation));
    }

    [Fact]
    public async Task Attack_25_somebody_elses_wallet_looks_like_none()
    {
        await using var town = await WalletsTown.StartAsync();
        var (mine, other) = (await TownWallet.RegisterAsync(town), await TownWallet.RegisterAsync(town));
        Assert.Equal(HttpStatusCode.NoContent, await Problems.StatusAsync(other.WriteListAsync([7], null)));

        await Problems.AssertAsync(HttpStatusCode.NotFound, "wallet-unknown", await mine.SendAsync(HttpMethod.Get, $"/wallets/{other.Id}/list"));
        await Problems.AssertAsync(HttpStatusCode.NotFound, "wallet-unknown", await mine.SendAsync(HttpMethod.Get, $"/wallets/{Guid.Empty}/list"));
    }

    [Fact]
    public async Task Whoever_registers_many_wallets_is_slowed_down()
    {
        await using var town = await WalletsTown.StartAsync(settings: [("Wallets:RegistrationsPerMinute", "3")]);
        for (var wallets = 0; wallets < 3; wallets++)
            await TownWallet.RegisterAsync(town);
        Assert.Equal(HttpStatusCode.TooManyRequests, await Problems.StatusAsync(new TownWallet(town).RegisterAsync()));
        Assert.Equal(3, await CountAsync(town));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_wallet_that_was_not_seen_for_long_is_forgotten_with_its_list(DatabaseKind kind)
    {
        await using var town = await WalletsTown.StartAsync(kind);
        var (silent, active) = (await TownWallet.RegisterAsync(town), await TownWallet.RegisterAsync(town));
        await Problems.StatusAsync(silent.WriteListAsync([1], null));
        town.Time.Now += TimeSpan.FromDays(300);
        await Problems.StatusAsync(active.WriteListAsync([2], null));
        town.Time.Now += TimeSpan.FromDays(251);

        await town.Services.GetRequiredService<RetentionRound>().RunRoundAsync(Cancellation);

        await Problems.AssertAsync(HttpStatusCode.NotFound, "wallet-unknown", await silent.AskAsync(HttpMethod.Get, "list"));
        Assert.Equal(HttpStatusCode.OK, await Problems.StatusAsync(active.AskAsync(HttpMethod.Get, "list")));
        await using var database = await Database(town);
        Assert.Equal(1, await database.Lists.CountAsync(Cancellation));
    }

    /// <summary>Whoever registers wallets by the thousand fills the table for a month, not for a year and a half.</summary>
    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_wallet_that_left_nothing_with_the_town_is_forgotten_after_a_month(DatabaseKind kind)
    {
        await using var town = await WalletsTown.StartAsync(kind);
        var (unused, locked, lately) = (await TownWallet.RegisterAsync(town), await TownWallet.RegisterAsync(town), await TownWallet.RegisterAsync(town));
        var (listed, holding) = (await TownWallet.RegisterAsync(town), await TownWallet.RegisterAsync(town));
        await Problems.StatusAsync(listed.WriteListAsync([1], null));
        await Problems.StatusAsync(holding.AskAsync(HttpMethod.Put, "holdings", new JsonObject { ["holdings"] = new JsonArray(new JsonObject { ["notification"] = "n-1" }) }));
        await MarkLockedAsync(town, locked);
        town.Time.Now += TimeSpan.FromDays(20);
        await Problems.StatusAsync(lately.AskAsync(HttpMethod.Get, "notices"));
        await ForgetAsync(town);
        Assert.Equal(5, await CountAsync(town));

        town.Time.Now += TimeSpan.FromDays(11);
        await ForgetAsync(town);

        await Problems.AssertAsync(HttpStatusCode.NotFound, "wallet-unknown", await unused.AskAsync(HttpMethod.Get, "notices"));
        foreach (var kept in (TownWallet[])[locked, lately, listed, holding])
            Assert.Equal(HttpStatusCode.OK, await Problems.StatusAsync(kept.AskAsync(HttpMethod.Get, "notices")));
        Assert.Equal(HttpStatusCode.Created, await Problems.StatusAsync(unused.RegisterAsync()));
    }

    [Fact]
    public async Task A_town_says_how_long_unused_wallets_are_kept()
    {
        await using var town = await WalletsTown.StartAsync(settings: [("Retention:Days:unused-wallets", "3")]);
        await TownWallet.RegisterAsync(town);
        town.Time.Now += TimeSpan.FromDays(4);

        await ForgetAsync(town);

        Assert.Equal(0, await CountAsync(town));
    }

    private static Task ForgetAsync(WalletsTown town) => town.Services.GetRequiredService<RetentionRound>().RunRoundAsync(Cancellation);

    private static async Task MarkLockedAsync(WalletsTown town, TownWallet wallet)
    {
        await using var database = await Database(town);
        var (id, now) = (Guid.Parse(wallet.Id), town.Time.Now);
        await database.Wallets.Where(row => row.Id == id).ExecuteUpdateAsync(row => row.SetProperty(one => one.LockedAt, now), Cancellation);
    }

    [Fact]
    public async Task Used_proofs_are_forgotten_when_their_own_time_refuses_them()
    {
        await using var town = await WalletsTown.StartAsync();
        var wallet = await TownWallet.RegisterAsync(town);
        await Problems.StatusAsync(wallet.AskAsync(HttpMethod.Get, "list"));
        town.Time.Now += TimeSpan.FromMinutes(6);

        await town.Services.GetRequiredService<Cleanup>().RunRoundAsync(Cancellation);

        await using var database = await Database(town);
        Assert.Equal(0, await database.UsedProofs.CountAsync(Cancellation));
    }

    [Fact]
    public async Task A_stolen_database_names_nobody_and_opens_nothing()
    {
        await using var town = await WalletsTown.StartAsync();
        var wallet = await TownWallet.RegisterAsync(town);
        await Problems.StatusAsync(wallet.WriteListAsync([9, 9], null));

        await using var database = await Database(town);
        var row = await database.Wallets.SingleAsync(Cancellation);
        Assert.Equal(wallet.Emergency, row.EmergencyHash);
        Assert.NotEqual(wallet.Locator, row.LocatorHash);
        Assert.Equal(["EmergencyHash", "Id", "LocatorHash", "LockedAt", "SeenOn", "Thumbprint"], typeof(WalletRow).GetProperties().Select(property => property.Name).Order(StringComparer.Ordinal));
    }

    private static async Task<WalletsDb> Database(WalletsTown town) => await town.Services.GetRequiredService<IDbContextFactory<WalletsDb>>().CreateDbContextAsync(Cancellation);

    private static async Task<int> CountAsync(WalletsTown town)
    {
        await using var database = await Database(town);
        return await database.Wallets.CountAsync(Cancellation);
    }

    private static async Task RefusesAsync(TownWallet wallet, Action<JsonObject> change)
    {
        var message = wallet.Registration();
        change(message);
        await Problems.AssertAsync(HttpStatusCode.BadRequest, "unreadable", await wallet.SendAsync(HttpMethod.Post, "/wallets", message));
    }
}
