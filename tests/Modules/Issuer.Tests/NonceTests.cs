using System.Net;
using System.Text.Json.Nodes;
using Modellstadt.Kernel.Storage;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.OpenId4Vc.Issuance;
using Modellstadt.Testing;

namespace Modellstadt.Issuer.Tests;

/// <summary>Nonces are the issuer's own, fresh, and used once.</summary>
public sealed class NonceTests(SharedTown shared) : IClassFixture<SharedTown>
{
    private static readonly Dictionary<string, Func<Attacker, IssuingTown, Visit, Task<string>>> Foreign = new()
    {
        ["made by the client"] = (_, _, _) => Task.FromResult("my-own-nonce"),
        ["random, of the right length"] = (_, town, _) => Task.FromResult(Random(town)),
        ["of another issuer"] = async (attacker, town, _) => await attacker.NonceAsync(await OtherIssuerAsync(attacker)),
        ["with a later end"] = async (attacker, _, visit) => Changed(await attacker.NonceAsync(visit), position: 5),
        ["with other random bytes"] = async (attacker, _, visit) => Changed(await attacker.NonceAsync(visit), position: 10),
        ["with another MAC"] = async (attacker, _, visit) => Changed(await attacker.NonceAsync(visit), position: 39),
    };

    public static IEnumerable<TheoryDataRow<string>> Names => Foreign.Keys.Select(name => new TheoryDataRow<string>(name));

    [Theory, MemberData(nameof(Names))]
    [Oidf("VCIIssuerFailOnInvalidNonce")]
    public async Task A_foreign_nonce_is_refused(string nonce)
    {
        var town = shared.Town;
        var attacker = new Attacker(town);
        var visit = await attacker.EnterAsync(subject: nonce);

        var reply = await attacker.RequestAsync(visit, attacker.Prove(visit, await Foreign[nonce](attacker, town, visit)));

        Assert.Equal((HttpStatusCode.BadRequest, IssuanceErrors.InvalidNonce), (reply.Status, reply.Error));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    [Oidf("VCIIssuerFailOnReplayNonce")]
    public async Task A_nonce_is_good_once(DatabaseKind kind)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var attacker = new Attacker(town);
        var visit = await attacker.EnterAsync();
        var nonce = await attacker.NonceAsync(visit);
        var proof = attacker.Prove(visit, nonce);

        var first = await attacker.RequestAsync(visit, proof);
        var replayed = await attacker.RequestAsync(visit, proof);
        var withAnotherKey = await attacker.RequestAsync(visit, attacker.Prove(visit, nonce));

        Assert.Equal(HttpStatusCode.OK, first.Status);
        Assert.Equal((HttpStatusCode.BadRequest, IssuanceErrors.InvalidNonce), (replayed.Status, replayed.Error));
        Assert.Equal((HttpStatusCode.BadRequest, IssuanceErrors.InvalidNonce), (withAnotherKey.Status, withAnotherKey.Error));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_nonce_used_with_one_token_is_used_for_all(DatabaseKind kind)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var attacker = new Attacker(town);
        var mine = await attacker.EnterAsync();
        var yours = await attacker.EnterAsync(subject: "permit/8");
        var nonce = await attacker.NonceAsync(mine);
        await attacker.RequestAsync(mine, attacker.Prove(mine, nonce));

        var reply = await attacker.RequestAsync(yours, attacker.Prove(yours, nonce));

        Assert.Equal((HttpStatusCode.BadRequest, IssuanceErrors.InvalidNonce), (reply.Status, reply.Error));
    }

    [Fact]
    public async Task A_nonce_ends_after_five_minutes()
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        var attacker = new Attacker(town);
        var visit = await attacker.EnterAsync();
        var nonce = await attacker.NonceAsync(visit);

        town.Time.Now += TimeSpan.FromMinutes(5);
        var late = await attacker.RequestAsync(visit, attacker.Prove(visit, nonce));
        var renewed = await attacker.RequestAsync(visit, attacker.Prove(visit, await attacker.NonceAsync(visit)));

        Assert.Equal((HttpStatusCode.BadRequest, IssuanceErrors.InvalidNonce), (late.Status, late.Error));
        Assert.Equal(HttpStatusCode.OK, renewed.Status);
    }

    [Fact]
    public async Task A_nonce_survives_a_restart_of_the_server()
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        var attacker = new Attacker(town);
        var visit = await attacker.EnterAsync();
        var nonce = await attacker.NonceAsync(visit);

        await using var restarted = await town.StartAnotherAsync();
        var reply = await new Attacker(restarted).RequestAsync(visit, attacker.Prove(visit, nonce));

        Assert.Equal(HttpStatusCode.OK, reply.Status);
    }

    [Fact]
    public async Task Every_nonce_is_new_and_kept_by_no_cache()
    {
        var town = shared.Town;
        var nonces = new HashSet<string>();

        for (var i = 0; i < 20; i++)
        {
            using var answer = await town.Client().PostAsync("/issuers/town/nonce", null, TestContext.Current.CancellationToken);
            Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
            var body = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!.AsObject();
            Assert.Equal("c_nonce", Assert.Single(body).Key);
            nonces.Add((string)body["c_nonce"]!);
        }

        Assert.Equal(20, nonces.Count);
    }

    [Fact]
    public async Task A_nonce_is_not_to_be_had_by_get()
    {
        var town = shared.Town;

        using var answer = await town.Client().GetAsync("/issuers/town/nonce", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }

    private static async Task<Visit> OtherIssuerAsync(Attacker attacker) => await attacker.EnterAsync(IssuingTown.LibraryCard);

    private static string Random(IssuingTown town)
    {
        var bytes = new byte[40];
        town.Random.Fill(bytes);
        bytes[0] = 0;
        return Base64Url.Encode(bytes);
    }

    private static string Changed(string nonce, int position)
    {
        var bytes = Base64Url.Decode(nonce).Expect();
        bytes[position] ^= 1;
        return Base64Url.Encode(bytes);
    }
}
