using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Issuer;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.OpenId4Vc.Attestation;
using Modellstadt.Protocols.OpenId4Vc.Issuance;
using Modellstadt.Testing;

namespace Modellstadt.TrustServices.Tests;

/// <summary>The DEMO wallet provider attests wallets and keys that were shown to it, and knows nobody.</summary>
public sealed class DemoWalletProviderTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_attested_wallet_with_attested_keys_gets_what_others_do_not()
    {
        await using var town = await DemoTown.StartAsync();
        var (line, wallet) = NewWallet(town);
        var offer = await OfferAsync(town, "permit/1");
        var issuer = await wallet.ReadIssuerAsync(offer);

        var refused = await wallet.PostTokenRequestAsync(issuer.Server.TokenEndpoint, new TokenRequest(offer.PreAuthorizedCode!, null).ToForm());
        var instance = town.NewKey();
        line.Instance = new WalletInstance(instance, await town.AttestWalletAsync(instance));
        var token = await wallet.FetchTokenAsync(issuer, offer);
        var keys = wallet.NewKeys(10);
        var attestation = await town.AttestKeysAsync(keys, await wallet.FetchNonceAsync(issuer));
        var reply = await wallet.SendAsync(issuer, issuer.Metadata.CredentialEndpoint, token, new CredentialRequest([attestation]) { ConfigurationId = DemoTown.Permit, ProofType = KeyProofs.ByAttestation }.ToJson());

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(10, wallet.Keep(issuer, DemoTown.Permit, keys, CredentialResponse.Parse(reply.ExpectBody(), 10).Expect()).Count);
    }

    [Fact]
    public async Task Two_wallets_differ_in_their_key_and_nothing_else()
    {
        await using var town = await DemoTown.StartAsync();
        var (one, other) = (town.NewKey(), town.NewKey());
        var first = CompactJws.Parse(await town.AttestWalletAsync(one)).Expect();
        town.Time.Now += TimeSpan.FromMinutes(7);
        var second = CompactJws.Parse(await town.AttestWalletAsync(other)).Expect();

        Assert.NotEqual(first.Payload["cnf"]!.ToJsonString(), second.Payload["cnf"]!.ToJsonString());
        first.Payload.Remove("cnf");
        second.Payload.Remove("cnf");
        Assert.Equal(first.Payload.ToJsonString(), second.Payload.ToJsonString());
        Assert.Equal(first.Header.ToJsonString(), second.Header.ToJsonString());
        Assert.Equal(town.Town.WalletUrl.GetLeftPart(UriPartial.Authority), (string?)first.Payload["sub"]);
    }

    [Fact]
    public async Task Certificate_and_wallet_say_that_they_are_made_up()
    {
        await using var town = await DemoTown.StartAsync();
        var attested = WalletAttestation.Verify(await town.AttestWalletAsync(town.NewKey()), new WalletAttestationRules(Trust(town), town.Time.Now)).Expect();

        Assert.StartsWith("CN=DEMO ", attested.Signer.Certificate!.Leaf.Subject, StringComparison.Ordinal);
        Assert.StartsWith("CN=DEMO ", attested.Signer.Certificate.Anchor.Subject, StringComparison.Ordinal);
        Assert.StartsWith("DEMO ", attested.Attestation.WalletName, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_are_attested_under_the_nonce_of_the_issuer_at_the_lowest_level()
    {
        await using var town = await DemoTown.StartAsync();
        var keys = Enumerable.Range(0, 3).Select(_ => town.NewKey()).ToList();

        var attestation = KeyAttestation.Verify(await town.AttestKeysAsync(keys, "nonce of the issuer"), new KeyAttestationRules(Trust(town), town.Time.Now) { RequiresExpiry = true }).Expect().Attestation;

        Assert.Equal("nonce of the issuer", attestation.Nonce);
        Assert.Equal(keys.Select(key => key.PublicKey.Thumbprint), attestation.Keys.Select(key => key.Thumbprint));
        Assert.Equal([AttackPotential.Basic], attestation.KeyStorage);
        Assert.Equal([AttackPotential.Basic], attestation.UserAuthentication);
    }

    [Theory]
    [InlineData("wallet-attestations")]
    [InlineData("key-attestations")]
    public async Task A_proof_that_does_not_hold_is_not_attested(string what)
    {
        await using var town = await DemoTown.StartAsync();
        var (key, nonce) = (town.NewKey(), await town.NonceAsync());
        var proof = town.Prove(key, nonce);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(town, what, proof)).Status);

        await RefusesAsync(town, what, IssuanceErrors.InvalidProof, town.Prove(key, nonce, "https://other.example"));
        await RefusesAsync(town, what, IssuanceErrors.InvalidNonce, town.Prove(key, "made by the wallet"));
        await RefusesAsync(town, what, IssuanceErrors.InvalidProof, Forge(proof, town.NewKey()));
        await RefusesAsync(town, what, IssuanceErrors.InvalidProof, "");
        town.Time.Now += TimeSpan.FromMinutes(5);
        await RefusesAsync(town, what, IssuanceErrors.InvalidNonce, town.Prove(key, nonce));
        town.Time.Now += TimeSpan.FromSeconds(1);
        await RefusesAsync(town, what, IssuanceErrors.InvalidProof, Forge(proof, key));
    }

    [Fact]
    public async Task Too_many_keys_or_none_are_not_attested()
    {
        await using var town = await DemoTown.StartAsync();
        var nonce = await town.NonceAsync();
        Assert.Equal(HttpStatusCode.BadRequest, (await town.AskAsync("key-attestations", new { proofs = Array.Empty<string>() })).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await town.AskAsync("key-attestations", new { proofs = Enumerable.Range(0, 51).Select(_ => town.Prove(town.NewKey(), nonce)) })).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await town.AskAsync("wallet-attestations", new { })).Status);
    }

    [Fact]
    public async Task A_real_town_has_no_such_provider_and_believes_none()
    {
        await using var town = await DemoTown.StartAsync(demo: false);
        Assert.Equal(HttpStatusCode.NotFound, (await town.AskAsync("wallet-attestations", new { proof = "x" })).Status);
        Assert.Empty(town.Services.GetRequiredService<ITrustedWalletProviders>().All);
        Assert.Empty(Directory.GetFiles(Path.Combine(town.DataDirectory, "keys"), "demo-wallet-provider*.crt"));
    }

    [Fact]
    public async Task The_key_changes_while_wallets_are_attested()
    {
        await using var town = await DemoTown.StartAsync();
        var trust = Trust(town);
        var old = await town.AttestWalletAsync(town.NewKey());
        using var management = town.ManagementClient();
        using var answer = await management.PostAsJsonAsync("/management/v1/keys/demo-wallet-provider/rotations", new { }, Cancellation);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        town.Time.Now += TimeSpan.FromMinutes(2);

        var fresh = await town.AttestWalletAsync(town.NewKey());

        var rules = new WalletAttestationRules(trust, town.Time.Now);
        Assert.NotEqual(WalletAttestation.Verify(old, rules).Expect().Signer.Certificate!.Hash, WalletAttestation.Verify(fresh, rules).Expect().Signer.Certificate!.Hash);
    }

    private static AttestationTrust Trust(DemoTown town) => new([town.Services.GetRequiredService<ITrustedWalletProviders>().All.Single().Anchor]);

    private static (ProvingLine Line, HeadlessWallet Wallet) NewWallet(DemoTown town)
    {
        var line = new ProvingLine(town.Line(), town.Time, town.Random.Fill) { Server = IssuerIdentity.IdOf(town.Town, IssuerIdentity.TownSlug), DpopKey = town.NewKey() };
        var wallet = new HeadlessWallet(new HttpClient(line) { BaseAddress = town.Town.PublicUrl }, town.Time, town.Random.Fill);
        wallet.Anchors.AddRange(town.Services.GetRequiredService<IssuerAnchors>().All.Select(anchor => anchor.Certificate));
        return (line, wallet);
    }

    private static async Task<CredentialOfferObject> OfferAsync(DemoTown town, string subject)
    {
        var offers = town.Services.GetRequiredService<CredentialOffers>();
        var offer = await offers.CreateAsync(new OfferDraft(DemoTown.Permit, [], subject, null, subject), Cancellation);
        return await NewWallet(town).Wallet.OpenOfferAsync(offer.WalletLink(town.Town).OriginalString);
    }

    private static Task<(HttpStatusCode Status, JsonObject Answer)> AskAsync(DemoTown town, string what, string proof) =>
        town.AskAsync(what, what == "wallet-attestations" ? new { proof } : new { proofs = (string[])[proof], nonce = "n" });

    private static async Task RefusesAsync(DemoTown town, string what, string code, string proof)
    {
        var (status, answer) = await AskAsync(town, what, proof);
        Assert.Equal((HttpStatusCode.BadRequest, code), (status, (string?)answer["error"]));
    }

    /// <summary>The same proof, signed by another key, or by its own but after its time.</summary>
    private static string Forge(string proof, SigningKey key)
    {
        var jws = CompactJws.Parse(proof).Expect();
        return CompactJws.Sign(jws.Header, jws.Payload, key);
    }
}
