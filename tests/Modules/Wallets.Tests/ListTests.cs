using System.Net;
using Modellstadt.Kernel.Storage;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Testing;

namespace Modellstadt.Wallets.Tests;

/// <summary>The town keeps a list that it cannot read, and gives it to whoever has the emergency code (attack 29).</summary>
public sealed class ListTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_list_is_kept_as_it_was_sealed_and_found_by_its_locator(DatabaseKind kind)
    {
        await using var town = await WalletsTown.StartAsync(kind);
        var wallet = await TownWallet.RegisterAsync(town);
        var bytes = town.Random.NewBytes(64 * 1024);
        using var stored = await wallet.WriteListAsync(bytes, null);
        Assert.Equal((HttpStatusCode.NoContent, "\"1\""), (stored.StatusCode, stored.Headers.ETag!.Tag));

        using var own = await wallet.AskAsync(HttpMethod.Get, "list");
        using var found = await FindAsync(town, wallet.Locator);

        Assert.Equal("no-store", found.Headers.CacheControl!.ToString());
        Assert.Equal("\"1\"", own.Headers.ETag!.Tag);
        Assert.Equal(bytes, await own.Content.ReadAsByteArrayAsync(Cancellation));
        Assert.Equal(bytes, await found.Content.ReadAsByteArrayAsync(Cancellation));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Of_two_that_write_at_once_one_is_told_so(DatabaseKind kind)
    {
        await using var town = await WalletsTown.StartAsync(kind);
        var wallet = await TownWallet.RegisterAsync(town);
        Assert.Equal(HttpStatusCode.NoContent, await Problems.StatusAsync(wallet.WriteListAsync([1], null)));

        var statuses = await Task.WhenAll(Enumerable.Range(0, 8).Select(each => Problems.StatusAsync(wallet.WriteListAsync([(byte)(each + 10)], "\"1\""))));

        Assert.Single(statuses, HttpStatusCode.NoContent);
        Assert.Equal(7, statuses.Count(status => status == HttpStatusCode.PreconditionFailed));
        await Problems.AssertAsync(HttpStatusCode.PreconditionFailed, "list-changed", await wallet.WriteListAsync([3], null));
        Assert.Equal(HttpStatusCode.NoContent, await Problems.StatusAsync(wallet.WriteListAsync([4], "\"2\"")));
    }

    [Fact]
    public async Task Whoever_does_not_say_what_they_have_seen_writes_nothing()
    {
        await using var town = await WalletsTown.StartAsync();
        var wallet = await TownWallet.RegisterAsync(town);
        var path = $"/wallets/{wallet.Id}/list";

        await Problems.AssertAsync(HttpStatusCode.PreconditionRequired, "version-missing", await wallet.SendAsync(HttpMethod.Put, path, new ByteArrayContent([1]), null, null));
        await Problems.AssertAsync(HttpStatusCode.PreconditionRequired, "version-missing", await wallet.WriteListAsync([1], "\"one\""));
        await Problems.AssertAsync(HttpStatusCode.BadRequest, "unreadable", await wallet.WriteListAsync([], null));
        await Problems.AssertAsync(HttpStatusCode.RequestEntityTooLarge, "too-long", await wallet.WriteListAsync(new byte[64 * 1024 + 1], null));
        await Problems.AssertAsync(HttpStatusCode.NotFound, "list-unknown", await wallet.AskAsync(HttpMethod.Get, "list"));
    }

    [Fact]
    public async Task Attack_29_a_locator_that_nobody_has_one_without_a_list_and_one_that_is_none_are_answered_alike()
    {
        await using var town = await WalletsTown.StartAsync();
        var (withList, without) = (await TownWallet.RegisterAsync(town), await TownWallet.RegisterAsync(town));
        Assert.Equal(HttpStatusCode.NoContent, await Problems.StatusAsync(withList.WriteListAsync([1], null)));
        Assert.Equal(HttpStatusCode.OK, await Problems.StatusAsync(FindAsync(town, withList.Locator)));

        var answers = new List<string>();
        foreach (var locator in new[] { without.Locator, Base64Url.Encode(new byte[32]), "none" })
        {
            using var answer = await FindAsync(town, locator);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            answers.Add(System.Text.RegularExpressions.Regex.Replace(await answer.Content.ReadAsStringAsync(Cancellation), "\"(flowId|traceId)\":\"[^\"]+\"", ""));
        }

        Assert.Single(answers.Distinct());
    }

    [Fact]
    public async Task Attack_29_whoever_looks_for_lists_of_others_is_slowed_down()
    {
        await using var town = await WalletsTown.StartAsync(settings: [("Wallets:LocatorsPerMinute", "4")]);
        var wallet = await TownWallet.RegisterAsync(town);
        Assert.Equal(HttpStatusCode.NoContent, await Problems.StatusAsync(wallet.WriteListAsync([1], null)));
        for (var tries = 0; tries < 4; tries++)
            Assert.Equal(HttpStatusCode.NotFound, await Problems.StatusAsync(FindAsync(town, Base64Url.Encode(town.Random.NewBytes(32)))));

        Assert.Equal(HttpStatusCode.TooManyRequests, await Problems.StatusAsync(FindAsync(town, wallet.Locator)));
        Assert.Equal(HttpStatusCode.OK, await Problems.StatusAsync(wallet.AskAsync(HttpMethod.Get, "list")));
    }

    [Fact]
    public async Task Nothing_of_it_is_answered_on_the_portal()
    {
        await using var town = await WalletsTown.StartAsync();
        var wallet = await TownWallet.RegisterAsync(town);
        Assert.Equal(HttpStatusCode.NoContent, await Problems.StatusAsync(wallet.WriteListAsync([1], null)));
        using var portal = town.Client();

        Assert.Equal(HttpStatusCode.NotFound, await Problems.StatusAsync(portal.GetAsync(new Uri(town.Town.At($"/wallets/lists/{wallet.Locator}")), Cancellation)));
    }

    private static async Task<HttpResponseMessage> FindAsync(WalletsTown town, string locator)
    {
        using var client = town.Client();
        return await client.GetAsync(new Uri(town.Town.WalletAt($"/wallets/lists/{locator}")), Cancellation);
    }
}
