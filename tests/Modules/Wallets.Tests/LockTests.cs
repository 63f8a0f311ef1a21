using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Issuer;
using Modellstadt.Kernel.Storage;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.OpenId4Vc.Issuance;
using Modellstadt.Testing;
using Modellstadt.Wallets.Emergencies;
using Modellstadt.Wallets.Storage;

namespace Modellstadt.Wallets.Tests;

/// <summary>Attack 29: the emergency lock ends what a lost wallet has, and opens nothing to whoever guesses or has another one's code.</summary>
public sealed partial class LockTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Attack_29_a_lock_ends_what_the_wallet_holds_and_nothing_of_anybody_else(DatabaseKind kind)
    {
        await using var town = await WalletsTown.StartAsync(kind);
        var (code, lost) = await RegisterAsync(town);
        var (_, other) = await RegisterAsync(town);
        await HoldAsync(town, lost, "permit/lost");
        await HoldAsync(town, other, "permit/other");
        await Problems.StatusAsync(lost.WriteListAsync([1, 2, 3], null));

        var page = await LockAsync(town, code.Show().ToLowerInvariant());

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Die Wallet ist gesperrt", page.Html, StringComparison.Ordinal);
        Assert.Contains("Ihr Recht zu parken bleibt", page.Html, StringComparison.Ordinal);
        await WaitUntilAsync(async () => await town.CountValidAsync("permit/lost") == 0);
        Assert.Equal(10, await town.CountValidAsync("permit/other"));
        var key = SoftwareSigningKey.Create(town.Random.Fill);
        await Problems.AssertAsync(HttpStatusCode.Forbidden, "wallet-locked", await lost.AskAsync(HttpMethod.Post, "attestations", new JsonObject { ["proof"] = HaipVisit.Proof(town, lost, key) }));
        await Problems.AssertAsync(HttpStatusCode.Forbidden, "wallet-locked", await lost.WriteListAsync([4], "\"1\""));
        Assert.Equal(HttpStatusCode.OK, await Problems.StatusAsync(lost.AskAsync(HttpMethod.Get, "list")));
        Assert.Equal(HttpStatusCode.OK, await Problems.StatusAsync(other.AskAsync(HttpMethod.Post, "attestations", new JsonObject { ["proof"] = HaipVisit.Proof(town, other, key) })));
    }

    [Fact]
    public async Task The_old_device_finds_a_notice_that_says_nothing_but_that_it_is_locked()
    {
        await using var town = await WalletsTown.StartAsync();
        var (code, lost) = await RegisterAsync(town);
        await LockAsync(town, code.Show());

        var notices = await NoticesAsync(lost);

        var notice = Assert.Single(notices)!.AsObject();
        Assert.Equal(["at", "id", "kind"], notice.Select(member => member.Key).Order(StringComparer.Ordinal));
        Assert.Equal("locked", (string?)notice["kind"]);
        Assert.Equal(HttpStatusCode.NoContent, await Problems.StatusAsync(lost.AskAsync(HttpMethod.Delete, $"notices/{notice["id"]}")));
        Assert.Empty(await NoticesAsync(lost));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Attack_29_locking_twice_changes_nothing_and_is_answered_alike(DatabaseKind kind)
    {
        await using var town = await WalletsTown.StartAsync(kind);
        var (code, lost) = await RegisterAsync(town);
        var first = await LockAsync(town, code.Show());
        var row = await RowAsync(town, lost);
        town.Time.Now += TimeSpan.FromMinutes(3);

        var again = await LockAsync(town, code.Show());

        Assert.Equal(Constant(first.Html), Constant(again.Html));
        Assert.Equal(row.LockedAt, (await RowAsync(town, lost)).LockedAt);
        Assert.Single(await NoticesAsync(lost));
    }

    [Fact]
    public async Task Attack_29_a_code_that_nobody_has_locks_nothing()
    {
        await using var town = await WalletsTown.StartAsync();
        var (_, wallet) = await RegisterAsync(town);

        var page = await LockAsync(town, NewCode(town).Show());

        Assert.Equal(HttpStatusCode.Gone, page.Status);
        Assert.Null((await RowAsync(town, wallet)).LockedAt);
    }

    [Fact]
    public async Task Attack_29_the_code_of_another_wallet_locks_that_one_alone()
    {
        await using var town = await WalletsTown.StartAsync();
        var (_, mine) = await RegisterAsync(town);
        var (code, theirs) = await RegisterAsync(town);

        await LockAsync(town, code.Show());

        Assert.Null((await RowAsync(town, mine)).LockedAt);
        Assert.NotNull((await RowAsync(town, theirs)).LockedAt);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Attack_29_a_code_that_was_replaced_locks_nothing_and_the_new_one_does(DatabaseKind kind)
    {
        await using var town = await WalletsTown.StartAsync(kind);
        var (old, wallet) = await RegisterAsync(town);
        var (others, _) = await RegisterAsync(town);
        var fresh = NewCode(town);
        Assert.Equal(HttpStatusCode.NoContent, await Problems.StatusAsync(ChangeAsync(wallet, fresh)));
        await Problems.AssertAsync(HttpStatusCode.Conflict, "already-registered", await ChangeAsync(wallet, others));

        Assert.Equal(HttpStatusCode.Gone, (await LockAsync(town, old.Show())).Status);
        Assert.Null((await RowAsync(town, wallet)).LockedAt);
        Assert.Equal(HttpStatusCode.OK, (await LockAsync(town, fresh.Show())).Status);
        Assert.NotNull((await RowAsync(town, wallet)).LockedAt);
        await Problems.AssertAsync(HttpStatusCode.Forbidden, "wallet-locked", await ChangeAsync(wallet, NewCode(town)));
    }

    [Fact]
    public async Task A_slip_of_the_hand_is_told_before_anything_is_looked_up()
    {
        await using var town = await WalletsTown.StartAsync();
        var (code, wallet) = await RegisterAsync(town);
        var shown = code.Show();

        for (var tries = 0; tries < 3; tries++)
        {
            var page = await LockAsync(town, shown[..^1] + (shown[^1] == 'A' ? 'B' : 'A'));
            Assert.Equal(HttpStatusCode.BadRequest, page.Status);
            Assert.Contains("Es wurde nichts gesucht und nichts gesperrt", page.Html, StringComparison.Ordinal);
        }

        Assert.Null((await RowAsync(town, wallet)).LockedAt);
        Assert.Equal(HttpStatusCode.OK, (await LockAsync(town, shown)).Status);
    }

    [Fact]
    public async Task Attack_29_whoever_guesses_codes_is_slowed_down()
    {
        await using var town = await WalletsTown.StartAsync(settings: [("Wallets:LocksPerMinute", "3")]);
        var (code, wallet) = await RegisterAsync(town);
        for (var tries = 0; tries < 3; tries++)
            Assert.Equal(HttpStatusCode.Gone, (await LockAsync(town, NewCode(town).Show())).Status);

        Assert.Equal(HttpStatusCode.TooManyRequests, (await LockAsync(town, code.Show())).Status);
        Assert.Null((await RowAsync(town, wallet)).LockedAt);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Attack_29_what_a_wallet_fetches_while_it_is_being_locked_ends_as_well(DatabaseKind kind)
    {
        await using var town = await WalletsTown.StartAsync(kind);
        await using var second = await WalletsTown.StartBesideAsync(town);
        for (var round = 0; round < 4; round++)
        {
            var (code, lost) = await RegisterAsync(town);
            var subject = $"permit/{round}";
            var got = await new HaipVisit(town, lost).FetchAsync(subject);
            await Task.WhenAll(TellAsync(lost, got), LockAsync(second, code.Show()));
            await WaitUntilAsync(async () => await town.CountValidAsync(subject) == 0);
        }
    }

    [Fact]
    public async Task A_code_rests_nowhere()
    {
        await using var town = await WalletsTown.StartAsync();
        var (code, wallet) = await RegisterAsync(town);
        await LockAsync(town, code.Show());
        await WaitUntilAsync(async () => (await RowAsync(town, wallet)).LockedAt is not null);

        foreach (var file in Directory.EnumerateFiles(town.DataDirectory, "*", SearchOption.AllDirectories))
            Assert.DoesNotContain(code.Signs, await ReadAsync(file), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("""{"holdings":[{"notification":""}]}""")]
    [InlineData("""{"holdings":[{"notification":"a","last_day":"soon"}]}""")]
    [InlineData("""{"holdings":[7]}""")]
    [InlineData("""{"holdings":{}}""")]
    [InlineData("{}")]
    public async Task Holdings_that_cannot_be_understood_change_nothing(string message)
    {
        await using var town = await WalletsTown.StartAsync();
        var (_, wallet) = await RegisterAsync(town);
        Assert.Equal(HttpStatusCode.NoContent, await Problems.StatusAsync(TellAsync(wallet, "kept")));

        await Problems.AssertAsync(HttpStatusCode.BadRequest, "unreadable", await wallet.AskAsync(HttpMethod.Put, "holdings", JsonNode.Parse(message)));

        await using var database = await town.Services.GetRequiredService<IDbContextFactory<WalletsDb>>().CreateDbContextAsync(Cancellation);
        Assert.Equal(IssuedBatches.FingerprintOf("kept"), (await database.Holdings.SingleAsync(Cancellation)).Fingerprint);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Holdings_are_the_whole_list_each_time(DatabaseKind kind)
    {
        await using var town = await WalletsTown.StartAsync(kind);
        var (_, wallet) = await RegisterAsync(town);
        await Problems.StatusAsync(TellAsync(wallet, "one", "two"));
        Assert.Equal(HttpStatusCode.NoContent, await Problems.StatusAsync(TellAsync(wallet, "two", "three")));

        await using var database = await town.Services.GetRequiredService<IDbContextFactory<WalletsDb>>().CreateDbContextAsync(Cancellation);
        Assert.Equal(new[] { "three", "two" }.Select(IssuedBatches.FingerprintOf).Order(StringComparer.Ordinal), (await database.Holdings.Select(holding => holding.Fingerprint).ToListAsync(Cancellation)).Order(StringComparer.Ordinal));
    }

    private static EmergencyCode NewCode(WalletsTown town) => new(string.Concat(Enumerable.Range(0, EmergencyCode.Length).Select(_ => "0123456789ABCDEFGHJKMNPQRSTVWXYZ"[town.Random.NextInt(32)])));

    private static async Task<(EmergencyCode Code, TownWallet Wallet)> RegisterAsync(WalletsTown town)
    {
        var code = NewCode(town);
        var wallet = new TownWallet(town) { Emergency = code.LockVerifier, Locator = Base64Url.Encode(code.Locator) };
        using var answer = await wallet.RegisterAsync();
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return (code, wallet);
    }

    /// <summary>Fetches ten copies and tells the town of them.</summary>
    private static async Task HoldAsync(WalletsTown town, TownWallet wallet, string subject)
    {
        Assert.Equal(HttpStatusCode.NoContent, await Problems.StatusAsync(TellAsync(wallet, await new HaipVisit(town, wallet).FetchAsync(subject))));
        Assert.Equal(10, await town.CountValidAsync(subject));
    }

    private static Task<HttpResponseMessage> ChangeAsync(TownWallet wallet, EmergencyCode code) =>
        wallet.AskAsync(HttpMethod.Put, "emergency", new JsonObject { ["emergency"] = code.LockVerifier, ["locator"] = Base64Url.Encode(code.Locator) });

    private static Task<HttpResponseMessage> TellAsync(TownWallet wallet, IssuerReply reply) => TellAsync(wallet, CredentialResponse.Parse(reply.ExpectBody(), 10).Expect().NotificationId!);

    private static Task<HttpResponseMessage> TellAsync(TownWallet wallet, params IEnumerable<string> notifications) =>
        wallet.AskAsync(HttpMethod.Put, "holdings", new JsonObject { ["holdings"] = new JsonArray([.. notifications.Select(id => new JsonObject { ["notification"] = id, ["last_day"] = "2027-11-30" })]) });

    private static async Task<JsonArray> NoticesAsync(TownWallet wallet)
    {
        using var answer = await wallet.AskAsync(HttpMethod.Get, "notices");
        return JsonNode.Parse(await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync(Cancellation))!["notices"]!.AsArray();
    }

    /// <summary>Sends the form of the page, as a browser without scripts does.</summary>
    private static async Task<HeadlessPage> LockAsync(WalletsTown town, string typed)
    {
        using var browser = new HttpClient(new CookieLine(town.Line())) { BaseAddress = town.Town.PublicUrl, DefaultRequestHeaders = { { "Accept-Language", "de" } } };
        using var opened = await browser.GetAsync(new Uri("/wallet/lock", UriKind.Relative), Cancellation);
        var page = new HeadlessPage(opened.StatusCode, null, await opened.Content.ReadAsStringAsync(Cancellation));
        using var form = new FormUrlEncodedContent([.. page.HiddenFields("/wallet/lock"), KeyValuePair.Create("Code", typed)]);
        using var answer = await browser.PostAsync(new Uri("/wallet/lock", UriKind.Relative), form, Cancellation);
        return new HeadlessPage(answer.StatusCode, null, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancellation)));
    }

    private static async Task<WalletRow> RowAsync(WalletsTown town, TownWallet wallet)
    {
        await using var database = await town.Services.GetRequiredService<IDbContextFactory<WalletsDb>>().CreateDbContextAsync(Cancellation);
        return await database.Wallets.AsNoTracking().SingleAsync(row => row.Id == Guid.Parse(wallet.Id), Cancellation);
    }

    private static async Task WaitUntilAsync(Func<Task<bool>> reached)
    {
        for (var tries = 0; !await reached(); tries++)
        {
            Assert.InRange(tries, 0, 400);
            await Task.Delay(25, Cancellation);
        }
    }

    private static async Task<string> ReadAsync(string file)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
        return await reader.ReadToEndAsync(Cancellation);
    }

    /// <summary>The words of a page, without what differs with each request.</summary>
    private static string Constant(string page) => Changing().Replace(page, "");

    [GeneratedRegex("""value="[^"]*"|<!--.*?-->|nonce="[^"]*" """)]
    private static partial Regex Changing();
}
