using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Issuer;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.OpenId4Vc.Attestation;
using Modellstadt.Protocols.OpenId4Vc.Issuance;
using Modellstadt.Testing;
using Modellstadt.Wallets.Storage;

namespace Modellstadt.Wallets.Tests;

/// <summary>The town attests its wallets and their keys; its own issuer believes that and nothing else (attacks 3, 4 and 20).</summary>
public sealed class AttestationTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_wallet_of_the_town_gets_what_only_attested_wallets_with_attested_keys_get()
    {
        await using var town = await WalletsTown.StartAsync();
        var reply = await new HaipVisit(town, await TownWallet.RegisterAsync(town)).FetchAsync("permit/1");

        Assert.Equal(10, CredentialResponse.Parse(reply.ExpectBody(), 10).Expect().Credentials!.Count);
    }

    [Fact]
    public async Task Attack_4_a_wallet_attestation_with_one_thing_changed_is_refused()
    {
        await using var town = await WalletsTown.StartAsync();
        var wallet = await TownWallet.RegisterAsync(town);
        var foreign = new TestWalletProvider(town.Time.Now, town.Random.Fill);
        var other = SoftwareSigningKey.Create(town.Random.Fill);
        var (_, reply) = await new HaipVisit(town, wallet).AskForTokenAsync("permit/1");
        Assert.Equal(HttpStatusCode.OK, reply.Status);

        await RefusesAsync("invalid_client", new HaipVisit(town, wallet) { AlterInstance = instance => foreign.AttestWallet(instance.Key, "http://wallet.localhost:5081", town.Time.Now) });
        await RefusesAsync("invalid_client", new HaipVisit(town, wallet) { AlterInstance = instance => instance with { Key = other } });
        await RefusesAsync("invalid_client", new HaipVisit(town, wallet) { AlterInstance = instance => instance with { Attestation = Forge(instance.Attestation, claims => claims["sub"] = "https://other.example", instance.Key) } });
        await RefusesAsync("invalid_client", new HaipVisit(town, wallet) { ClientId = "https://other.example" });
        await RefusesAsync("invalid_client", new HaipVisit(town, wallet)
        {
            AlterInstance = instance =>
            {
                town.Time.Now += TimeSpan.FromHours(2);
                return instance;
            },
        });

        async Task RefusesAsync(string code, HaipVisit visit)
        {
            var (_, refused) = await visit.AskForTokenAsync("permit/2");
            Assert.Equal(code, refused.Error);
            Assert.True(refused.Status is HttpStatusCode.Unauthorized or HttpStatusCode.BadRequest, $"{refused.Status}");
        }
    }

    [Fact]
    public async Task Attack_3_a_key_attestation_with_one_thing_changed_is_refused()
    {
        await using var town = await WalletsTown.StartAsync();
        var wallet = await TownWallet.RegisterAsync(town);
        var foreign = new TestWalletProvider(town.Time.Now, town.Random.Fill);
        var other = SoftwareSigningKey.Create(town.Random.Fill);
        Assert.Equal(HttpStatusCode.OK, (await new HaipVisit(town, wallet).FetchAsync("permit/1")).Status);

        await RefusesAsync(IssuanceErrors.InvalidProof, _ => Task.FromResult(foreign.Attest([other], "nonce", town.Time.Now)));
        await RefusesAsync(IssuanceErrors.InvalidProof, attestation => Task.FromResult(Forge(attestation, claims => claims["attested_keys"]!.AsArray().Add(other.PublicKey.ToJson()), other)));
        await RefusesAsync(IssuanceErrors.InvalidProof, attestation => Task.FromResult(Forge(attestation, claims => claims["key_storage"] = new JsonArray(AttackPotential.High), other)));
        await RefusesAsync(IssuanceErrors.InvalidNonce, _ => HaipVisit.AttestKeysAsync(town, wallet, [other], "made by the wallet"));
        await RefusesAsync(IssuanceErrors.InvalidProof, _ => HaipVisit.AttestKeysAsync(town, wallet, [other], null));

        async Task RefusesAsync(string code, Func<string, Task<string>> alter) =>
            Assert.Equal(code, (await new HaipVisit(town, wallet) { AlterKeys = alter }.FetchAsync("permit/2")).Error);
    }

    [Fact]
    public async Task Attack_20_two_wallets_differ_in_their_key_and_nothing_else()
    {
        await using var town = await WalletsTown.StartAsync();
        var first = await ReadAsync(await TownWallet.RegisterAsync(town));
        town.Time.Now += TimeSpan.FromMinutes(7);
        var second = await ReadAsync(await TownWallet.RegisterAsync(town));

        Assert.NotEqual(first.Payload["cnf"]!.ToJsonString(), second.Payload["cnf"]!.ToJsonString());
        first.Payload.Remove("cnf");
        second.Payload.Remove("cnf");
        Assert.Equal(first.Payload.ToJsonString(), second.Payload.ToJsonString());
        Assert.Equal(first.Header.ToJsonString(), second.Header.ToJsonString());
        Assert.Equal("http://wallet.localhost:5081", (string?)first.Payload["sub"]);

        async Task<CompactJws> ReadAsync(TownWallet wallet) => CompactJws.Parse(await HaipVisit.AttestWalletAsync(town, wallet, SoftwareSigningKey.Create(town.Random.Fill))).Expect();
    }

    [Fact]
    public async Task Keys_in_a_browser_are_attested_at_the_lowest_level_and_for_a_short_time()
    {
        await using var town = await WalletsTown.StartAsync();
        var wallet = await TownWallet.RegisterAsync(town);
        var text = await HaipVisit.AttestKeysAsync(town, wallet, [SoftwareSigningKey.Create(town.Random.Fill)], "nonce of the issuer");

        var attestation = KeyAttestation.Verify(text, new KeyAttestationRules(Trust(town), town.Time.Now) { RequiresExpiry = true }).Expect().Attestation;

        Assert.Equal([AttackPotential.Basic], attestation.KeyStorage);
        Assert.Equal([AttackPotential.Basic], attestation.UserAuthentication);
        Assert.True(attestation.ExpiresAt <= town.Time.Now.AddHours(2));
        Assert.Equal("nonce of the issuer", attestation.Nonce);
    }

    [Theory]
    [InlineData("attestations")]
    [InlineData("key-attestations")]
    public async Task A_proof_that_does_not_hold_is_not_attested(string what)
    {
        await using var town = await WalletsTown.StartAsync();
        var (wallet, other) = (await TownWallet.RegisterAsync(town), await TownWallet.RegisterAsync(town));
        var key = SoftwareSigningKey.Create(town.Random.Fill);
        var proof = HaipVisit.Proof(town, wallet, key);
        Assert.Equal(HttpStatusCode.OK, await Problems.StatusAsync(AskAsync(proof)));

        await RefusesAsync(HaipVisit.Proof(town, wallet, key, audience: "https://other.example"));
        await RefusesAsync(HaipVisit.Proof(town, other, key));
        await RefusesAsync(Forge(proof, _ => { }, SoftwareSigningKey.Create(town.Random.Fill)));
        await RefusesAsync("");
        town.Time.Now += TimeSpan.FromMinutes(6);
        await RefusesAsync(proof);

        Task<HttpResponseMessage> AskAsync(string sent) => wallet.AskAsync(HttpMethod.Post, what, what == "attestations"
            ? new JsonObject { ["proof"] = sent }
            : new JsonObject { ["proofs"] = new JsonArray(JsonValue.Create(sent)), ["nonce"] = "n" });
        async Task RefusesAsync(string sent) => await Problems.AssertAsync(HttpStatusCode.BadRequest, "key-not-proved", await AskAsync(sent));
    }

    [Fact]
    public async Task Too_many_keys_none_and_a_nonce_that_is_no_text_are_not_attested()
    {
        await using var town = await WalletsTown.StartAsync();
        var wallet = await TownWallet.RegisterAsync(town);
        await RefusesAsync("key-not-proved", new JsonObject { ["proofs"] = new JsonArray() });
        await RefusesAsync("key-not-proved", new JsonObject { ["proofs"] = new JsonArray([.. Enumerable.Range(0, 51).Select(_ => JsonValue.Create(HaipVisit.Proof(town, wallet, SoftwareSigningKey.Create(town.Random.Fill))))]) });
        await RefusesAsync("unreadable", new JsonObject { ["proofs"] = new JsonArray(JsonValue.Create("x")), ["nonce"] = 7 });
        await RefusesAsync("unreadable", []);

        async Task RefusesAsync(string name, JsonObject message) => await Problems.AssertAsync(HttpStatusCode.BadRequest, name, await wallet.AskAsync(HttpMethod.Post, "key-attestations", message));
    }

    [Fact]
    public async Task A_locked_wallet_gets_no_attestation()
    {
        await using var town = await WalletsTown.StartAsync();
        var wallet = await TownWallet.RegisterAsync(town);
        await HaipVisit.AttestWalletAsync(town, wallet, SoftwareSigningKey.Create(town.Random.Fill));
        await using (var database = await town.Services.GetRequiredService<IDbContextFactory<WalletsDb>>().CreateDbContextAsync(Cancellation))
            await database.Wallets.ExecuteUpdateAsync(row => row.SetProperty(each => each.LockedAt, town.Time.Now), Cancellation);

        var key = SoftwareSigningKey.Create(town.Random.Fill);
        await Problems.AssertAsync(HttpStatusCode.Forbidden, "wallet-locked", await wallet.AskAsync(HttpMethod.Post, "attestations", new JsonObject { ["proof"] = HaipVisit.Proof(town, wallet, key) }));
        await Problems.AssertAsync(HttpStatusCode.Forbidden, "wallet-locked", await wallet.AskAsync(HttpMethod.Post, "key-attestations", new JsonObject { ["proofs"] = new JsonArray(JsonValue.Create(HaipVisit.Proof(town, wallet, key))) }));
    }

    [Fact]
    public async Task A_town_that_does_not_believe_itself_gives_nothing_for_its_own_word()
    {
        await using var town = await WalletsTown.StartAsync(settings: [("Wallets:IssuersBelieve", "false")]);
        var (_, reply) = await new HaipVisit(town, await TownWallet.RegisterAsync(town)).AskForTokenAsync("permit/1");

        Assert.Equal("invalid_client", reply.Error);
    }

    [Fact]
    public async Task The_key_changes_while_wallets_are_attested()
    {
        await using var town = await WalletsTown.StartAsync();
        var wallet = await TownWallet.RegisterAsync(town);
        var old = await HaipVisit.AttestWalletAsync(town, wallet, SoftwareSigningKey.Create(town.Random.Fill));
        using var management = town.ManagementClient();
        using var answer = await management.PostAsync(new Uri("/management/v1/keys/wallet-provider/rotations", UriKind.Relative), new StringContent("{}", System.Text.Encoding.UTF8, "application/json"), Cancellation);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        town.Time.Now += TimeSpan.FromMinutes(2);

        var fresh = await HaipVisit.AttestWalletAsync(town, wallet, SoftwareSigningKey.Create(town.Random.Fill));

        var rules = new WalletAttestationRules(Trust(town), town.Time.Now);
        Assert.NotEqual(WalletAttestation.Verify(old, rules).Expect().Signer.Certificate!.Hash, WalletAttestation.Verify(fresh, rules).Expect().Signer.Certificate!.Hash);
    }

    private static AttestationTrust Trust(WalletsTown town) => new([town.Services.GetRequiredService<ITrustedWalletProviders>().All.Single().Anchor]);

    /// <summary>The same with a change, signed by another key.</summary>
    private static string Forge(string signed, Action<JsonObject> change, SigningKey key)
    {
        var jws = CompactJws.Parse(signed).Expect();
        change(jws.Payload);
        return CompactJws.Sign(jws.Header, jws.Payload, key);
    }
}
