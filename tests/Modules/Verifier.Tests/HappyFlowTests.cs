using System.Net;
using System.Text.Json.Nodes;
using Modellstadt.Kernel.Storage;
using Modellstadt.Testing;

namespace Modellstadt.Verifier.Tests;

public sealed class HappyFlowTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task On_one_device_the_wallet_sends_the_browser_back_with_a_code_for_the_result(DatabaseKind kind)
    {
        await using var town = await VerifyingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var started = await town.AskAsync();

        var reply = await town.Wallet.PresentAsync(town.LinkOf(started));

        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.StartsWith($"{town.Town.At("/back/7")}?response_code=", reply.RedirectUri, StringComparison.Ordinal);
        var result = (await town.RedeemAsync(reply.RedirectUri!)).Value;
        Assert.Equal(started.Id, result.PresentationId);
        Assert.Equal(VerifyingTown.CardType, result["card"].Vct);
        Assert.Equal("Prüf-Ausweisstelle", result["card"].IssuerName);
        var expected = new JsonObject { ["given_name"] = "Erika", ["family_name"] = "Mustermann", ["address"] = VerifyingTown.Claims["address"]!.DeepClone() };
        Assert.True(JsonNode.DeepEquals(expected, result["card"].Claims), result["card"].Claims.ToJsonString());
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task On_two_devices_only_the_waiting_browser_is_led_on(DatabaseKind kind)
    {
        await using var town = await VerifyingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var started = await town.AskAsync(crossDevice: true);
        Assert.Equal(new PresentationProgress(PresentationState.Waiting, null), await town.ProgressAsync(started));

        var link = await town.Wallet.LookUpAsync(town.Town.PublicUrl, started.Code.ToLowerInvariant());
        var reply = await town.Wallet.PresentAsync(link);

        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.Null(reply.RedirectUri);
        var progress = (await town.ProgressAsync(started))!;
        Assert.Equal(PresentationState.Received, progress.State);
        var path = progress.Continue!;
        Assert.StartsWith("/back/7?response_code=", path, StringComparison.Ordinal);
        Assert.Equal("Erika", (string?)(await town.RedeemAsync(path)).Value["card"].Claims["given_name"]);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_wallet_may_fetch_the_question_twice_and_by_either_method(DatabaseKind kind)
    {
        await using var town = await VerifyingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var started = await town.AskAsync();

        var first = await town.Wallet.OpenRequestAsync(town.LinkOf(started));
        var second = await town.Wallet.OpenRequestAsync(town.LinkOf(started).Replace("request_uri_method=post", "request_uri_method=get", StringComparison.Ordinal));

        Assert.NotNull(first.Request.WalletNonce);
        Assert.Null(second.Request.WalletNonce);
        Assert.Equal(first.Request.Nonce, second.Request.Nonce);
        Assert.Equal("Zum Prüfen", first.Request.Purpose!.German);
    }

    [Fact]
    public async Task A_wallet_is_told_what_the_town_will_offer_next()
    {
        await using var town = await VerifyingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        var started = await town.AskAsync(announced: new AnnouncedOffer(town.Town.At("/issuers/town"), ["resident-parking-permit"]));

        var request = await town.Wallet.OpenRequestAsync(town.LinkOf(started));

        Assert.Equal(town.Town.At("/issuers/town"), request.Request.AnnouncedOffer!.CredentialIssuer);
        Assert.Equal(["resident-parking-permit"], request.Request.AnnouncedOffer.ConfigurationIds);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_wallet_is_told_under_signature_whether_the_waiting_browser_is_on_another_device(bool crossDevice)
    {
        await using var town = await VerifyingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        var started = await town.AskAsync(crossDevice);

        // Whoever passes a link on may leave out what only the link says.
        var request = await town.Wallet.OpenRequestAsync(started.WalletLink(town.Town, crossDevice: false));

        Assert.Equal(crossDevice, request.Request.CrossDevice);
    }

    [Fact]
    public async Task Wallets_of_any_origin_may_ask_and_answer()
    {
        await using var town = await VerifyingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        var started = await town.AskAsync();
        using var client = town.Client();
        client.DefaultRequestHeaders.Add("Origin", "https://wallet.example");
        var requestUri = (await town.Wallet.OpenRequestAsync(town.LinkOf(started))).Request.ResponseUri.AbsoluteUri.Replace("/responses/", "/requests/", StringComparison.Ordinal);

        foreach (var address in new[] { requestUri, town.Town.At($"/verifier/codes/{started.Code}") })
        {
            using var answer = await client.GetAsync(new Uri(address), Cancellation);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal("*", Assert.Single(answer.Headers.GetValues("Access-Control-Allow-Origin")));
            Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        }
    }

    [Fact]
    public async Task A_question_holds_nothing_of_the_asking_side()
    {
        await using var town = await VerifyingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        var started = await town.AskAsync();

        var request = await town.Wallet.OpenRequestAsync(town.LinkOf(started));

        Assert.DoesNotContain(started.Id.ToString(), town.LinkOf(started) + request.Request.ResponseUri, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("/back/7", town.LinkOf(started), StringComparison.Ordinal);
    }
}
