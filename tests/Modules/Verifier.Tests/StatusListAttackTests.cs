using System.IO.Compression;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.StatusLists;
using Modellstadt.Testing;

namespace Modellstadt.Verifier.Tests;

/// <summary>
/// Attack 17: status lists that inflate without end, belong to another address or authority, are over, or cannot be had. Every card is
/// accepted first, then refused because of one change, then accepted again: nothing of the attack stays.
/// </summary>
public sealed class StatusListAttackTests
{
    // zlib around no bytes at all; the framework's stream would write nothing.
    private const string EmptyStream = "eJwDAAAAAAE";

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private static readonly Dictionary<string, (Action<JsonObject> Change, string Code)> Changes = new()
    {
        ["a list of another address"] = (list => list["sub"] = "https://issuer.example/status-lists/2", ErrorCodes.StatusListSubject),
        ["a list without address"] = (list => list.Remove("sub"), ErrorCodes.StatusListSubject),
        ["a list that is over"] = (list => list["exp"] = list["iat"]!.GetValue<long>(), ErrorCodes.Expired),
        ["a list that never began"] = (list => list.Remove("iat"), ErrorCodes.StatusList),
        ["three bits"] = (list => list["status_list"]!["bits"] = 3, ErrorCodes.StatusList),
        ["no statuses"] = (list => list.Remove("status_list"), ErrorCodes.StatusList),
        ["a list that is too short"] = (list => list["status_list"]!["lst"] = EmptyStream, ErrorCodes.StatusIndex),
        ["a list that inflates to 64 MiB"] = (list => list["status_list"]!["lst"] = Bomb(), ErrorCodes.TooLarge),
        ["a list that was cut off"] = (list => list["status_list"]!["lst"] = list["status_list"]!["lst"]!.GetValue<string>()[..^4], ErrorCodes.StatusList),
        ["a list that is stale at once"] = (list => list["ttl"] = 0, ErrorCodes.StatusList),
    };

    private static readonly Dictionary<string, (Func<StatusScene, IResult> Answer, string Code)> Answers = new()
    {
        ["silence"] = (_ => Results.StatusCode(503), ErrorCodes.StatusUnavailable),
        ["nothing there"] = (_ => Results.NotFound(), ErrorCodes.StatusUnavailable),
        ["a page"] = (_ => Results.Text("<html>Wartung</html>", "text/html"), ErrorCodes.StatusUnavailable),
        ["a list under another media type"] = (scene => Results.Text(scene.Sign(), "application/jwt"), ErrorCodes.StatusUnavailable),
        ["a redirect here"] = (_ => Results.Redirect("/elsewhere"), ErrorCodes.StatusUnavailable),
        ["a redirect to another host"] = (scene => Results.Redirect($"http://127.0.0.1:{scene.Server.Address.Port}/elsewhere"), ErrorCodes.StatusUnavailable),
        ["a redirect in a circle"] = (_ => Results.Redirect(StatusScene.ListPath), ErrorCodes.StatusUnavailable),
        ["more than 8 MiB"] = (_ => Results.Bytes(new byte[9 * 1024 * 1024], "application/statuslist+jwt"), ErrorCodes.StatusUnavailable),
        ["no token"] = (_ => StatusScene.List("a.b.c"), ErrorCodes.Base64Url),
        ["a CWT that is none"] = (_ => Results.Bytes(new byte[8], "application/statuslist+cwt"), ErrorCodes.Cbor),
        ["a list of another authority"] = (scene => StatusScene.List(Stranger(scene).SignStatusList(scene.Town.Time.Now, Minute)), ErrorCodes.UntrustedChain),
        ["a CWT of another authority"] = (scene => Results.Bytes(Stranger(scene).SignStatusListCwt(scene.Town.Time.Now, Minute), StatusListCwt.Type), ErrorCodes.UntrustedChain),
    };

    public static TheoryData<string> ChangeNames => [.. Changes.Keys];

    public static TheoryData<string> AnswerNames => [.. Answers.Keys];

    [Theory, MemberData(nameof(ChangeNames))]
    public async Task A_list_with_one_change_says_nothing(string change)
    {
        await using var scene = await StatusScene.StartAsync();
        Assert.Null(await scene.ShowAsync());

        scene.Town.Time.Now += Minute;
        scene.Server.Answer = _ => StatusScene.List(scene.Sign(Changes[change].Change));
        Assert.Equal("status-unknown", await scene.ShowAsync());
        Assert.Equal((Changes[change].Code, false), await scene.LastRefusalAsync());

        // A list that holds but is too short stays until it is stale itself.
        scene.Town.Time.Now += Minute;
        scene.Server.Answer = _ => StatusScene.List(scene.Sign());
        Assert.Null(await scene.ShowAsync());
    }

    [Theory, MemberData(nameof(AnswerNames))]
    public async Task An_answer_that_is_no_list_of_this_authority_says_nothing(string answer)
    {
        await using var scene = await StatusScene.StartAsync();
        Assert.Null(await scene.ShowAsync());

        scene.Town.Time.Now += Minute;
        scene.Server.Answer = _ => Answers[answer].Answer(scene);
        Assert.Equal("status-unknown", await scene.ShowAsync());
        Assert.Equal((Answers[answer].Code, false), await scene.LastRefusalAsync());
        Assert.Equal([StatusScene.ListPath, StatusScene.ListPath], scene.Server.Asked);

        scene.Town.Time.Now += TimeSpan.FromSeconds(5);
        scene.Server.Answer = _ => StatusScene.List(scene.Sign());
        Assert.Null(await scene.ShowAsync());
    }

    [Fact]
    public async Task A_list_in_CBOR_counts_like_one_in_JSON()
    {
        await using var scene = await StatusScene.StartAsync();
        scene.Server.Answer = _ => Results.Bytes(scene.Town.Issuer.SignStatusListCwt(scene.Town.Time.Now, Minute), StatusListCwt.Type);
        Assert.Null(await scene.ShowAsync());

        scene.Town.Time.Now += Minute;
        scene.Town.Issuer.SetStatus(scene.Town.Card, StatusValues.Suspended);

        Assert.Equal("credential-suspended", await scene.ShowAsync());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_list_that_is_stale_at_once_is_not_fetched_for_every_card(int seconds)
    {
        await using var scene = await StatusScene.StartAsync();
        scene.Server.Answer = _ => StatusScene.List(scene.Sign(list => list["ttl"] = seconds));

        for (var card = 0; card < 5; card++)
        {
            await scene.ShowAsync();
            scene.Town.Time.Now += TimeSpan.FromSeconds(1);
        }

        Assert.Single(scene.Server.Asked);
    }

    [Fact]
    public async Task A_list_that_ends_at_once_is_neither_used_longer_nor_fetched_for_every_card()
    {
        await using var scene = await StatusScene.StartAsync();
        scene.Server.Answer = _ => StatusScene.List(scene.Sign(list => list["exp"] = list["iat"]!.GetValue<long>() + 1));
        Assert.Null(await scene.ShowAsync());

        scene.Town.Time.Now += TimeSpan.FromSeconds(2);

        Assert.Equal("status-unknown", await scene.ShowAsync());
        Assert.Equal((ErrorCodes.StatusUnavailable, false), await scene.LastRefusalAsync());
        Assert.Single(scene.Server.Asked);
    }

    [Fact]
    public async Task A_list_is_not_kept_longer_than_an_hour_whatever_it_says()
    {
        await using var scene = await StatusScene.StartAsync();
        scene.Server.Answer = _ => StatusScene.List(scene.Sign(list => (list["ttl"], list["exp"]) = (int.MaxValue, list["iat"]!.GetValue<long>() + 1_000_000)));
        Assert.Null(await scene.ShowAsync());

        scene.Town.Time.Now += TimeSpan.FromHours(1);
        scene.Town.Issuer.SetStatus(scene.Town.Card, StatusValues.Invalid);

        Assert.Equal("credential-revoked", await scene.ShowAsync());
    }

    [Fact]
    public async Task A_list_on_an_allowed_host_is_fetched_once_while_it_is_fresh()
    {
        await using var scene = await StatusScene.StartAsync();
        Assert.Null(await scene.ShowAsync());
        Assert.Null(await scene.ShowAsync());
        Assert.Equal([StatusScene.ListPath], scene.Server.Asked);

        scene.Town.Issuer.SetStatus(scene.Town.Card, StatusValues.Invalid);
        scene.Town.Time.Now += Minute;
        Assert.Equal("credential-revoked", await scene.ShowAsync());
        Assert.Equal([StatusScene.ListPath, StatusScene.ListPath], scene.Server.Asked);
    }

    private static TestIssuer Stranger(StatusScene scene) =>
        new("Test card office", scene.Town.Time.Now, scene.Town.Random.Fill) { StatusListAddress = scene.Town.Issuer.StatusListAddress };

    private static string Bomb()
    {
        using var output = new MemoryStream();
        using (var zlib = new ZLibStream(output, CompressionLevel.Optimal, leaveOpen: true))
            zlib.Write(new byte[64 * 1024 * 1024]);
        return Base64Url.Encode(output.ToArray());
    }
}
