using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Issuer;
using Modellstadt.Kernel.Storage;
using Modellstadt.Protocols.OpenId4Vc.Issuance;
using Modellstadt.Testing;
using Modellstadt.Wallets.Notices;

namespace Modellstadt.Wallets.Tests;

/// <summary>Wallets hear of what ends, once, and of nobody else's.</summary>
public sealed class NoticeTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_wallet_is_reminded_once_before_the_last_day_and_told_once_after_it(DatabaseKind kind)
    {
        await using var town = await WalletsTown.StartAsync(kind);
        var (wallet, other) = (await TownWallet.RegisterAsync(town), await TownWallet.RegisterAsync(town));
        var today = DateOnly.FromDateTime(town.Time.Now.Date);
        await HoldAsync(wallet, today.AddDays(40), today.AddDays(40));
        await HoldAsync(other, today.AddDays(400));

        Assert.Equal("", await RemindAsync(town, wallet));
        town.Time.Now += TimeSpan.FromDays(12);
        Assert.Equal("renewal", await RemindAsync(town, wallet));
        town.Time.Now += TimeSpan.FromDays(28);
        Assert.Equal("renewal", await RemindAsync(town, wallet));
        town.Time.Now += TimeSpan.FromDays(1);
        Assert.Equal("renewal expiry", await RemindAsync(town, wallet));
        await HoldAsync(wallet, today.AddDays(40), today.AddDays(40));
        Assert.Equal("renewal expiry", await RemindAsync(town, wallet));
        Assert.Equal("", await RemindAsync(town, other));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Two_processes_remind_a_wallet_once(DatabaseKind kind)
    {
        await using var town = await WalletsTown.StartAsync(kind);
        await using var second = await WalletsTown.StartBesideAsync(town);
        var wallet = await TownWallet.RegisterAsync(town);
        await HoldAsync(wallet, DateOnly.FromDateTime(town.Time.Now.Date).AddDays(3));

        await Task.WhenAll(RemindAsync(town, wallet), RemindAsync(second, wallet));

        Assert.Single(await ReadAsync(wallet));
    }

    [Fact]
    public async Task Another_last_day_is_another_reminder()
    {
        await using var town = await WalletsTown.StartAsync();
        var wallet = await TownWallet.RegisterAsync(town);
        var today = DateOnly.FromDateTime(town.Time.Now.Date);
        await HoldAsync(wallet, today.AddDays(3));
        Assert.Equal("renewal", await RemindAsync(town, wallet));

        await HoldAsync(wallet, today.AddDays(5));

        Assert.Equal("renewal renewal", await RemindAsync(town, wallet));
    }

    [Fact]
    public async Task Nobody_deletes_the_notice_of_another_wallet()
    {
        await using var town = await WalletsTown.StartAsync();
        var (wallet, other) = (await TownWallet.RegisterAsync(town), await TownWallet.RegisterAsync(town));
        await HoldAsync(wallet, DateOnly.FromDateTime(town.Time.Now.Date));
        await RemindAsync(town, wallet);
        var id = (string)(await ReadAsync(wallet)).Single()!["id"]!;

        Assert.Equal(HttpStatusCode.NoContent, await Problems.StatusAsync(other.AskAsync(HttpMethod.Delete, $"notices/{id}")));

        Assert.Single(await ReadAsync(wallet));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Whoever_holds_what_was_revoked_hears_so_and_nobody_else(DatabaseKind kind)
    {
        await using var town = await WalletsTown.StartAsync(kind);
        var (wallet, other) = (await TownWallet.RegisterAsync(town), await TownWallet.RegisterAsync(town));
        await TellAsync(wallet, await new HaipVisit(town, wallet).FetchAsync("permit/1"));
        await TellAsync(other, await new HaipVisit(town, other).FetchAsync("permit/2"));

        await town.Services.GetRequiredService<CredentialStatuses>().RevokeAsync("permit/1", Cancellation);

        Assert.Equal(["revoked"], await AwaitAsync(wallet));
        Assert.Empty(await ReadAsync(other));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task News_that_are_told_twice_are_one_notice(DatabaseKind kind)
    {
        await using var town = await WalletsTown.StartAsync(kind);
        var wallet = await TownWallet.RegisterAsync(town);
        var got = await new HaipVisit(town, wallet).FetchAsync("permit/1");
        await TellAsync(wallet, got);
        var fingerprint = IssuedBatches.FingerprintOf(CredentialResponse.Parse(got.ExpectBody(), 10).Expect().NotificationId!);
        var receivers = town.Services.GetServices<IIssuanceReceiver>().ToArray();

        foreach (var receiver in (IEnumerable<IIssuanceReceiver>)[.. receivers, .. receivers])
            await receiver.ReceiveAsync(new IssuanceNews(IssuanceNewsKind.StatusChanged, [fingerprint]), Cancellation);

        Assert.Single(await ReadAsync(wallet));
    }

    /// <summary>Attack 29: whoever talks somebody into issuing again cannot do it unnoticed.</summary>
    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Attack_29_the_old_device_hears_that_its_card_is_on_another_one(DatabaseKind kind)
    {
        await using var town = await WalletsTown.StartAsync(kind);
        var (old, next) = (await TownWallet.RegisterAsync(town), await TownWallet.RegisterAsync(town));
        await TellAsync(old, await new HaipVisit(town, old).FetchAsync("permit/1"));
        town.Time.Now += TimeSpan.FromMinutes(11);

        await TellAsync(next, await new HaipVisit(town, next).FetchAsync("permit/1"));

        Assert.Equal(["moved"], await AwaitAsync(old));
        Assert.Empty(await ReadAsync(next));
        Assert.Equal(10, await town.CountValidAsync("permit/1"));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Whoever_waits_hears_when_it_is_ready_and_a_locked_wallet_waits_in_vain(DatabaseKind kind)
    {
        await using var town = await WalletsTown.StartAsync(kind);
        var wallet = await TownWallet.RegisterAsync(town);
        var visit = new HaipVisit(town, wallet) { Deferred = true };
        var waiting = CredentialResponse.Parse((await visit.FetchAsync("permit/1")).Body, 10).Expect().Deferred!.TransactionId;
        Assert.Equal(HttpStatusCode.NoContent, await Problems.StatusAsync(wallet.AskAsync(HttpMethod.Put, "holdings", new JsonObject { ["holdings"] = new JsonArray(), ["waiting"] = new JsonArray(waiting) })));

        await town.Services.GetRequiredService<CredentialOffers>().ReleaseAsync(visit.OfferId, null, Cancellation);

        Assert.Equal(["ready"], await AwaitAsync(wallet));
        Assert.Equal(1, await town.CountDeferralsAsync());
        await town.Services.GetRequiredService<IssuedBatches>().RevokeAsync([IssuedBatches.FingerprintOf(waiting)], Cancellation);
        Assert.Equal(0, await town.CountDeferralsAsync());
    }

    private static async Task TellAsync(TownWallet wallet, IssuerReply got)
    {
        var holding = new JsonObject { ["notification"] = CredentialResponse.Parse(got.ExpectBody(), 10).Expect().NotificationId! };
        Assert.Equal(HttpStatusCode.NoContent, await Problems.StatusAsync(wallet.AskAsync(HttpMethod.Put, "holdings", new JsonObject { ["holdings"] = new JsonArray(holding) })));
    }

    /// <summary>The kinds of the notices, as soon as there are any.</summary>
    private static async Task<IReadOnlyList<string>> AwaitAsync(TownWallet wallet)
    {
        JsonArray notices;
        for (var tries = 0; (notices = await ReadAsync(wallet)) is []; tries++)
        {
            Assert.InRange(tries, 0, 400);
            await Task.Delay(25, Cancellation);
        }

        return [.. notices.Select(notice => (string)notice!["kind"]!)];
    }

    private static async Task HoldAsync(TownWallet wallet, params IReadOnlyList<DateOnly> lastDays)
    {
        var holdings = lastDays.Select((day, index) => new JsonObject { ["notification"] = $"{wallet.Id}/{index}", ["last_day"] = day.ToString("O", System.Globalization.CultureInfo.InvariantCulture) });
        Assert.Equal(HttpStatusCode.NoContent, await Problems.StatusAsync(wallet.AskAsync(HttpMethod.Put, "holdings", new JsonObject { ["holdings"] = new JsonArray([.. holdings]) })));
    }

    private static async Task<string> RemindAsync(WalletsTown town, TownWallet wallet)
    {
        await town.Services.GetRequiredService<RemindOfEnds>().RunRoundAsync(Cancellation);
        return string.Join(' ', (await ReadAsync(wallet)).Select(notice => (string?)notice!["kind"]));
    }

    private static async Task<JsonArray> ReadAsync(TownWallet wallet)
    {
        using var answer = await wallet.AskAsync(HttpMethod.Get, "notices");
        return JsonNode.Parse(await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync(Cancellation))!["notices"]!.AsArray();
    }
}
