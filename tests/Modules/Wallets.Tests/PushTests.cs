using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Kernel.Storage;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Testing;
using Modellstadt.Wallets.Notices;
using Modellstadt.Wallets.Push;
using Modellstadt.Wallets.Storage;

namespace Modellstadt.Wallets.Tests;

/// <summary>Wallets are woken, and nobody on the way learns why, or makes the town call where it should not (attack 18).</summary>
public sealed class PushTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>RFC 8291, section 5 and appendix A.</summary>
    [Fact]
    public void The_example_of_the_specification_is_sealed_as_it_stands_there()
    {
        using var sender = ECDiffieHellman.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = Base64Url.Decode("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw").Expect() });
        var recipient = new PushRecipient(
            Base64Url.Decode("BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4").Expect(), Base64Url.Decode("BTBZMqHH6r4Tts7J_aSIgg").Expect());

        var body = SealedPush.Seal(recipient, sender, Base64Url.Decode("DGv6ra1nlYgDCS1FRnbzlw").Expect(), "When I grow up, I want to be a watermelon"u8.ToArray());

        Assert.Equal(
            "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN",
            Base64Url.Encode(body));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_notice_wakes_the_wallet_and_the_push_says_nothing(DatabaseKind kind)
    {
        await using var server = await PushServer.StartAsync();
        await using var town = await StartAsync(server, kind);
        var wallet = await SubscribeAsync(town, server);

        await NotifyAsync(town, wallet, NoticeKind.Revoked, NoticeKind.Renewal);
        await SendAsync(town);

        var push = Assert.Single(server.Received);
        Assert.Equal(("POST", "/push/abc"), (push.Method, push.Path));
        Assert.Equal("{\"notices\":true}", push.Message);
        Assert.Equal(("aes128gcm", "259200", "normal", "notices"), (push.Headers["Content-Encoding"], push.Headers["TTL"], push.Headers["Urgency"], push.Headers["Topic"]));
        var everything = string.Join('\n', push.Headers.Select(header => $"{header.Key}: {header.Value}")) + Encoding.Latin1.GetString(push.Body);
        Assert.DoesNotContain(wallet.Id, everything, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("evoked", everything, StringComparison.Ordinal);
        await SendAsync(town);
        Assert.Single(server.Received);
    }

    [Fact]
    public async Task The_push_service_knows_the_town_by_its_own_key()
    {
        await using var server = await PushServer.StartAsync();
        await using var town = await StartAsync(server);
        var wallet = await SubscribeAsync(town, server);
        using var client = town.Client();
        var key = (string)JsonNode.Parse(await client.GetStringAsync(new Uri(town.Town.WalletAt("/wallets/push-key")), Cancellation))!["key"]!;

        await NotifyAsync(town, wallet, NoticeKind.Locked);
        await SendAsync(town);

        var push = Assert.Single(server.Received);
        Assert.Equal("high", push.Headers["Urgency"]);
        var parts = push.Headers["Authorization"].Split(["vapid t=", ", k="], StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(key, parts[1]);
        var point = Base64Url.Decode(key).Expect();
        using var verification = VerificationKey.Import(JsonWebKey.From(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = point[1..33], Y = point[33..] } }));
        var token = CompactJws.Parse(parts[0]).Expect().Verify(verification, JwsRules.ForType("JWT")).Expect();
        Assert.Equal($"http://{server.Authority}", (string?)token.Payload["aud"]);
        Assert.InRange((long)token.Payload["exp"]!, town.Time.Now.ToUnixTimeSeconds() + 1, town.Time.Now.AddHours(24).ToUnixTimeSeconds());
        Assert.StartsWith("http", (string?)token.Payload["sub"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.Gone)]
    public async Task A_subscription_that_is_gone_is_forgotten(HttpStatusCode said)
    {
        await using var server = await PushServer.StartAsync();
        await using var town = await StartAsync(server);
        var wallet = await SubscribeAsync(town, server);
        server.Answer = said;

        await NotifyAsync(town, wallet, NoticeKind.Revoked);
        await SendAsync(town);
        await NotifyAsync(town, wallet, NoticeKind.Revoked);
        await SendAsync(town);

        Assert.Single(server.Received);
        Assert.Equal((0, 0), await CountAsync(town));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_service_that_cannot_take_it_now_is_asked_again_later_and_not_for_ever(DatabaseKind kind)
    {
        await using var server = await PushServer.StartAsync();
        await using var town = await StartAsync(server, kind);
        var wallet = await SubscribeAsync(town, server);
        server.Answer = HttpStatusCode.ServiceUnavailable;
        await NotifyAsync(town, wallet, NoticeKind.Revoked);

        await SendAsync(town);
        await SendAsync(town);
        Assert.Single(server.Received);
        for (var round = 0; round < 15; round++)
        {
            town.Time.Now += TimeSpan.FromHours(5);
            await SendAsync(town);
        }

        Assert.Equal(12, server.Received.Count);
        Assert.Equal((1, 0), await CountAsync(town));
    }

    [Fact]
    public async Task A_push_that_is_refused_ends_and_the_notice_waits()
    {
        await using var server = await PushServer.StartAsync();
        await using var town = await StartAsync(server);
        var wallet = await SubscribeAsync(town, server);
        server.Answer = HttpStatusCode.BadRequest;

        await NotifyAsync(town, wallet, NoticeKind.Revoked);
        await SendAsync(town);

        Assert.Equal((1, 0), await CountAsync(town));
        using var notices = await wallet.AskAsync(HttpMethod.Get, "notices");
        Assert.Single(JsonNode.Parse(await notices.Content.ReadAsStringAsync(Cancellation))!["notices"]!.AsArray());
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Two_processes_wake_a_wallet_once(DatabaseKind kind)
    {
        await using var server = await PushServer.StartAsync();
        await using var town = await StartAsync(server, kind);
        await using var second = await WalletsTown.StartBesideAsync(town, ("Wallets:PushHosts:0", server.Authority));
        var wallet = await SubscribeAsync(town, server);
        await NotifyAsync(town, wallet, NoticeKind.Revoked);

        await Task.WhenAll(SendAsync(town), SendAsync(second));

        Assert.Single(server.Received);
    }

    [Fact]
    public async Task Whoever_wants_no_pushes_any_more_gets_none()
    {
        await using var server = await PushServer.StartAsync();
        await using var town = await StartAsync(server);
        var wallet = await SubscribeAsync(town, server);
        await NotifyAsync(town, wallet, NoticeKind.Revoked);

        Assert.Equal(HttpStatusCode.NoContent, await Problems.StatusAsync(wallet.AskAsync(HttpMethod.Delete, "push")));
        await SendAsync(town);

        Assert.Empty(server.Received);
        Assert.Equal((0, 0), await CountAsync(town));
    }

    [Theory]
    [InlineData("https://fcm.googleapis.com/fcm/send/abc", true)]
    [InlineData("https://updates.push.services.mozilla.com/wpush/v2/abc", true)]
    [InlineData("https://web.push.apple.com/abc", true)]
    [InlineData("https://wns2-par02p.notify.windows.com/w/?token=abc", true)]
    [InlineData("http://fcm.googleapis.com/fcm/send/abc", false)]
    [InlineData("https://fcm.googleapis.com:8443/abc", false)]
    [InlineData("https://user@fcm.googleapis.com/abc", false)]
    [InlineData("https://fcm.googleapis.com.evil.example/abc", false)]
    [InlineData("https://evilnotify.windows.com/abc", false)]
    [InlineData("https://169.254.169.254/latest", false)]
    [InlineData("https://localhost/abc", false)]
    [InlineData("http://127.0.0.1:5080/management/v1", false)]
    [InlineData("https://10.0.0.1/abc", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("abc", false)]
    public async Task Attack_18_pushes_go_to_push_services_only(string endpoint, bool taken)
    {
        await using var server = await PushServer.StartAsync();
        await using var town = await StartAsync(server);
        var wallet = await TownWallet.RegisterAsync(town);
        var subscription = server.Subscription;
        subscription["endpoint"] = endpoint;

        var answer = await wallet.AskAsync(HttpMethod.Put, "push", subscription);

        if (taken)
            Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        else
            await Problems.AssertAsync(HttpStatusCode.BadRequest, "push-address-refused", answer);
        Assert.Equal(taken ? 1 : 0, (await CountAsync(town)).Subscriptions);
    }

    [Fact]
    public void A_real_town_takes_no_server_for_tries() =>
        Assert.Null(PushAddress.Read("http://127.0.0.1:9999/push/abc", ["127.0.0.1:9999"], demo: false));

    [Fact]
    public async Task Keys_that_are_none_are_refused()
    {
        await using var server = await PushServer.StartAsync();
        await using var town = await StartAsync(server);
        var wallet = await TownWallet.RegisterAsync(town);

        await RefusesAsync(keys => keys["p256dh"] = Base64Url.Encode([4, .. new byte[64]]));
        await RefusesAsync(keys => keys["p256dh"] = Base64Url.Encode(new byte[65]));
        await RefusesAsync(keys => keys["auth"] = Base64Url.Encode(new byte[15]));
        await RefusesAsync(keys => keys.Remove("auth"));
        Assert.Equal(HttpStatusCode.NoContent, await Problems.StatusAsync(wallet.AskAsync(HttpMethod.Put, "push", server.Subscription)));

        async Task RefusesAsync(Action<JsonObject> change)
        {
            var subscription = server.Subscription;
            change(subscription["keys"]!.AsObject());
            await Problems.AssertAsync(HttpStatusCode.BadRequest, "unreadable", await wallet.AskAsync(HttpMethod.Put, "push", subscription));
        }
    }

    private static Task<WalletsTown> StartAsync(PushServer server, DatabaseKind kind = DatabaseKind.Sqlite) => WalletsTown.StartAsync(kind, ("Wallets:PushHosts:0", server.Authority));

    private static async Task<TownWallet> SubscribeAsync(WalletsTown town, PushServer server)
    {
        var wallet = await TownWallet.RegisterAsync(town);
        Assert.Equal(HttpStatusCode.NoContent, await Problems.StatusAsync(wallet.AskAsync(HttpMethod.Put, "push", server.Subscription)));
        return wallet;
    }

    private static async Task NotifyAsync(WalletsTown town, TownWallet wallet, params IEnumerable<NoticeKind> kinds)
    {
        var writes = town.Services.GetRequiredService<GroupCommit<WalletsDb>>();
        foreach (var kind in kinds)
        {
            await writes.RunAsync(
                async database =>
                {
                    await town.Services.GetRequiredService<WriteNotices>().AddAsync(database, [Guid.Parse(wallet.Id)], kind);
                    return 0;
                },
                Cancellation);
        }
    }

    private static Task SendAsync(WalletsTown town) => town.Services.GetRequiredService<SendPushes>().RunRoundAsync(Cancellation);

    private static async Task<(int Subscriptions, int Pushes)> CountAsync(WalletsTown town)
    {
        await using var database = await town.Services.GetRequiredService<IDbContextFactory<WalletsDb>>().CreateDbContextAsync(Cancellation);
        return (await database.Subscriptions.CountAsync(Cancellation), await database.Pushes.CountAsync(Cancellation));
    }
}
