using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Kernel.Storage;
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
