using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Storage;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.OpenId4Vc.Attestation;
using Modellstadt.Protocols.OpenId4Vc.Authorization;
using Modellstadt.Testing;

namespace Modellstadt.Issuer.Tests;

/// <summary>Wallets prove what they are, at the PAR and the token endpoint (attack 4).</summary>
public sealed class WalletAttestationTests
{
    private static readonly (string, string) Haip = ("Issuer:Policies:permit", "Haip");

    private static readonly Dictionary<string, (string Error, Action<IssuingTown, AskingWallet, HttpRequestMessage> Change)> Attacks = new()
    {
        ["none"] = (AuthorizationErrors.InvalidClient, (_, _, request) => Remove(request)),
        ["no proof"] = (AuthorizationErrors.InvalidClient, (_, _, request) => request.Headers.Remove(WalletAttestationProof.HeaderName)),
        ["no attestation"] = (AuthorizationErrors.InvalidClient, (_, _, request) => request.Headers.Remove(WalletAttestation.HeaderName)),
        ["two attestations"] = (AuthorizationErrors.InvalidClient, (_, citizen, request) => request.Headers.Add(WalletAttestation.HeaderName, citizen.Line.Instance!.Attestation)),
        ["a broken signature of the attestation"] = (AuthorizationErrors.InvalidClient, (_, citizen, request) => Attest(request, Break(citizen.Line.Instance!.Attestation))),
        ["a broken signature of the proof"] = (AuthorizationErrors.InvalidClient, (_, _, request) => Prove(request, Break(request.Headers.GetValues(WalletAttestationProof.HeaderName).Single()))),
        ["an expired attestation"] = (AuthorizationErrors.InvalidClient, (town, citizen, request) => Attest(request, Alter(town, citizen, claims => claims["exp"] = town.Time.Now.ToUnixTimeSeconds() - 1))),
        ["an attestation without sub"] = (AuthorizationErrors.InvalidClient, (town, citizen, request) => Attest(request, Alter(town, citizen, claims => claims.Remove("sub")))),
        ["an attestation of another client"] = (AuthorizationErrors.InvalidClient, (town, citizen, request) => Attest(request, Alter(town, citizen, claims => claims["sub"] = "https://another.example"))),
        ["a proof for another server"] = (AuthorizationErrors.InvalidClient, (_, citizen, request) => Prove(request, citizen.Line.ProveInstance(audience: "https://another.example"))),
        ["a proof by another key"] = (AuthorizationErrors.InvalidClient, (_, citizen, request) => Prove(request, citizen.Line.ProveInstance(citizen.NewKey()))),
        ["a private key in cnf"] = (AuthorizationErrors.InvalidClient, (town, citizen, request) => Attest(request, Alter(town, citizen, claims => claims["cnf"]!["jwk"]!["d"] = claims["cnf"]!["jwk"]!["x"]!.DeepClone()))),
        ["an attestation of a provider whom nobody knows"] = (AuthorizationErrors.InvalidClient, (town, citizen, request) =>
            Attest(request, new TestWalletProvider(town.Time.Now, new SeededRandomness(99).Fill).AttestWallet(citizen.Line.Instance!.Key, HeadlessWallet.ClientId, town.Time.Now).Attestation)),
    };

    public static IEnumerable<TheoryDataRow<string, bool>> Names => Attacks.Keys.SelectMany(name => (TheoryDataRow<string, bool>[])[new(name, true), new(name, false)]);

    /// <summary>Attack 4.</summary>
    [Theory, MemberData(nameof(Names))]
    [Oidf("VCIIssuerFailOnInvalidClientAttestationSignature")]
    [Oidf("VCIIssuerFailOnInvalidClientAttestationPopSignature")]
    [Oidf("VCIIssuerFailOnClientAttestationExpInPast")]
    [Oidf("VCIIssuerFailOnClientAttestationNoSub")]
    [Oidf("VCIIssuerFailOnClientAttestationPopWrongAud")]
    [Oidf("VCIIssuerFailOnMismatchedClientAttestationPopKey")]
    public async Task A_wallet_that_does_not_prove_what_it_is_gets_nothing(string attack, bool atPar)
    {
        await using var town = await StartAsync(Haip);
        var citizen = new AskingWallet(town);
        var issuer = await citizen.ReadIssuerAsync();
        var (asked, answer) = await citizen.AuthorizeAsync(issuer);

        citizen.Line.Alter = request => Attacks[attack].Change(town, citizen, request);
        var refused = atPar
            ? await citizen.Wallet.PostTokenRequestAsync(issuer.Server.PushedRequestEndpoint!, citizen.Wallet.NewRequest(IssuingTown.Permit).Request.ToForm())
            : await citizen.PostTokenAsync(issuer, asked.ToTokenRequest(AskingWallet.CodeIn(answer)));
        citizen.Line.Alter = null;

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        // Without any attestation the code is simply not this sender's.
        Assert.Equal(attack == "none" && !atPar ? "invalid_grant" : Attacks[attack].Error, refused.Error);
        Assert.NotNull(await citizen.Wallet.ExchangeAsync(issuer, asked, answer));
        await using var database = await town.OpenDatabaseAsync();
        Assert.Equal(1, await database.Authorizations.CountAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>Attack 4.</summary>
    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_proof_of_an_attestation_is_good_once_in_every_process(DatabaseKind kind)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var citizen = new AskingWallet(town);
        var issuer = await citizen.ReadIssuerAsync();
        string? used = null;
        citizen.Line.Alter = request => used = request.Headers.TryGetValues(WalletAttestationProof.HeaderName, out var proofs) ? proofs.Single() : used;
        await citizen.Wallet.AskAsync(issuer, IssuingTown.Permit);
        await town.RestartAsync();

        citizen.Line.Alter = request => Prove(request, used!);
        var refused = await citizen.Wallet.PostTokenRequestAsync(issuer.Server.PushedRequestEndpoint!, citizen.Wallet.NewRequest(IssuingTown.Permit).Request.ToForm());

        Assert.Equal((HttpStatusCode.BadRequest, AuthorizationErrors.InvalidClient), (refused.Status, refused.Error));
        Assert.Contains("used before", refused.Description, StringComparison.Ordinal);
    }

    /// <summary>Attack 4: an empty trust list believes nobody.</summary>
    [Fact]
    public async Task With_no_trusted_provider_every_attestation_is_refused()
    {
        await using var town = await StartAsync();
        var citizen = new AskingWallet(town);
        var issuer = await citizen.ReadIssuerAsync();
        await citizen.Wallet.AskAsync(issuer, IssuingTown.Permit);
        town.Providers.All = [];

        var refused = await citizen.Wallet.PostTokenRequestAsync(issuer.Server.PushedRequestEndpoint!, citizen.Wallet.NewRequest(IssuingTown.Permit).Request.ToForm());

        Assert.Equal(AuthorizationErrors.InvalidClient, refused.Error);
    }

    [Fact]
    public async Task An_attestation_that_was_believed_ends_when_its_time_is_over()
    {
        await using var town = await StartAsync();
        var citizen = new AskingWallet(town);
        var issuer = await citizen.ReadIssuerAsync();
        await citizen.Wallet.AskAsync(issuer, IssuingTown.Permit);
        town.Time.Now += TimeSpan.FromDays(1);

        var refused = await citizen.Wallet.PostTokenRequestAsync(issuer.Server.PushedRequestEndpoint!, citizen.Wallet.NewRequest(IssuingTown.Permit).Request.ToForm());

        Assert.Equal(AuthorizationErrors.InvalidClient, refused.Error);
        Assert.Contains("expired", refused.Description, StringComparison.Ordinal);
    }

    /// <summary>Attack 4.</summary>
    [Fact]
    public async Task An_attestation_that_was_believed_ends_with_the_certificate_of_its_provider()
    {
        await using var town = await StartAsync();
        var citizen = new AskingWallet(town);
        var issuer = await citizen.ReadIssuerAsync();
        town.Time.Now += TimeSpan.FromDays(364.5);
        citizen.Line.Instance = town.Provider.AttestWallet(citizen.Line.Instance!.Key, HeadlessWallet.ClientId, town.Time.Now);
        await citizen.Wallet.AskAsync(issuer, IssuingTown.Permit);
        town.Time.Now += TimeSpan.FromHours(13);

        var refused = await citizen.Wallet.PostTokenRequestAsync(issuer.Server.PushedRequestEndpoint!, citizen.Wallet.NewRequest(IssuingTown.Permit).Request.ToForm());

        Assert.Equal((HttpStatusCode.BadRequest, AuthorizationErrors.InvalidClient), (refused.Status, refused.Error));
    }

    [Fact]
    [Oidf("VCIWalletTestClientAttestationChallenge")]
    public async Task A_challenge_is_given_at_its_endpoint_and_demanded_in_every_proof()
    {
        await using var town = await StartAsync();
        var citizen = new AskingWallet(town, dpop: false);
        var issuer = await citizen.ReadIssuerAsync();
        using var given = await town.Client().PostAsync(issuer.Server.ChallengeEndpoint, null, TestContext.Current.CancellationToken);
        var challenge = (string)JsonNode.Parse(await given.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["attestation_challenge"]!;
        var sent = 0;

        async Task<IssuerReply> PushAsync(string? value)
        {
            citizen.Line.Alter = request =>
            {
                sent++;
                Prove(request, new WalletAttestationProof($"id {sent}", town.Time.Now, value).Sign(citizen.Line.Instance!.Key, issuer.Server.Issuer));
            };
            return await citizen.Wallet.PostTokenRequestAsync(issuer.Server.PushedRequestEndpoint!, citizen.Wallet.NewRequest(IssuingTown.Permit).Request.ToForm());
        }

        Assert.Equal("no-store", given.Headers.CacheControl!.ToString());
        Assert.Equal(HttpStatusCode.Created, (await PushAsync(challenge)).Status);
        foreach (var wrong in (string?[])[null, "invented", await NonceAsync(town)])
        {
            var refused = await PushAsync(wrong);
            Assert.Equal((HttpStatusCode.BadRequest, AttestationErrors.UseAttestationChallenge), (refused.Status, refused.Error));
            Assert.True(refused.Headers.Contains(WalletAttestationProof.ChallengeHeaderName));
        }

        town.Time.Now += TimeSpan.FromMinutes(5);
        Assert.Equal(AttestationErrors.UseAttestationChallenge, (await PushAsync(challenge)).Error);
    }

    [Fact]
    public async Task A_wallet_that_attests_to_a_base_type_must_attest_rightly()
    {
        await using var town = await StartAsync();
        var citizen = new AskingWallet(town);
        var issuer = await citizen.ReadIssuerAsync();
        citizen.Line.Alter = request => Prove(request, citizen.Line.ProveInstance(citizen.NewKey()));

        var refused = await citizen.Wallet.PostTokenRequestAsync(issuer.Server.PushedRequestEndpoint!, citizen.Wallet.NewRequest(IssuingTown.Permit).Request.ToForm());

        Assert.Equal(AuthorizationErrors.InvalidClient, refused.Error);
    }

    private static async Task<string> NonceAsync(IssuingTown town)
    {
        using var answer = await town.Client().PostAsync("/issuers/town/nonce", null, TestContext.Current.CancellationToken);
        return answer.Headers.GetValues(DpopProof.NonceHeader).Single();
    }

    private static void Remove(HttpRequestMessage request)
    {
        request.Headers.Remove(WalletAttestation.HeaderName);
        request.Headers.Remove(WalletAttestationProof.HeaderName);
    }

    private static void Attest(HttpRequestMessage request, string attestation)
    {
        request.Headers.Remove(WalletAttestation.HeaderName);
        request.Headers.Add(WalletAttestation.HeaderName, attestation);
    }

    private static void Prove(HttpRequestMessage request, string proof)
    {
        request.Headers.Remove(WalletAttestationProof.HeaderName);
        request.Headers.Add(WalletAttestationProof.HeaderName, proof);
    }

    private static string Alter(IssuingTown town, AskingWallet citizen, Action<JsonObject> claims) => town.Provider.Alter(citizen.Line.Instance!.Attestation, claims);

    private static string Break(string jws)
    {
        var parts = jws.Split('.');
        var signature = Base64Url.Decode(parts[2]).Expect();
        signature[10] ^= 1;
        return $"{parts[0]}.{parts[1]}.{Base64Url.Encode(signature)}";
    }

    private static async Task<IssuingTown> StartAsync(params (string, string)[] settings) => await IssuingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite), settings);
}
