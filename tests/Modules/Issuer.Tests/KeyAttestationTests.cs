using System.Net;
using System.Text.Json.Nodes;
using Modellstadt.Kernel.Storage;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.SdJwt;
using Modellstadt.Protocols.Credentials.Trust;
using Modellstadt.Protocols.OpenId4Vc.Holder;
using Modellstadt.Protocols.OpenId4Vc.Issuance;
using Modellstadt.Testing;

namespace Modellstadt.Issuer.Tests;

/// <summary>Who vouches for the keeping of the holder's keys (OpenID4VCI 1.0, Appendices D, F.1 and F.3; attack 3).</summary>
public sealed class KeyAttestationTests(SharedTown shared) : IClassFixture<SharedTown>
{
    private static readonly Dictionary<string, Func<Scene, string>> Broken = new()
    {
        ["by a stranger"] = scene => new TestWalletProvider(scene.Now, scene.Town.Random.Fill).Attest(scene.Keys, scene.Nonce, scene.Now),
        ["by somebody with another role"] = scene => new TestWalletProvider(scene.Now, scene.Town.Random.Fill, CertificateRole.Verifier).Attest(scene.Keys, scene.Nonce, scene.Now),
        ["with another signature"] = scene => Flip(scene.Honest),
        ["for no keys"] = scene => scene.Provider.Alter(scene.Honest, claims => claims["attested_keys"] = new JsonArray()),
        ["for one key twice"] = scene => scene.Provider.Alter(scene.Honest, claims => claims["attested_keys"]!.AsArray().Add(claims["attested_keys"]![0]!.DeepClone())),
        ["with a private key"] = scene => scene.Provider.Alter(scene.Honest, claims => claims["attested_keys"]![0]!["d"] = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"),
        ["without a nonce"] = scene => scene.Provider.Attest(scene.Keys, nonce: null, scene.Now),
        ["that is over"] = scene => scene.Provider.Alter(scene.Honest, claims => claims["exp"] = scene.Now.ToUnixTimeSeconds()),
        ["from the future"] = scene => scene.Provider.Alter(scene.Honest, claims => claims["iat"] = scene.Now.AddHours(1).ToUnixTimeSeconds()),
        ["without a time"] = scene => scene.Provider.Alter(scene.Honest, claims => claims.Remove("iat")),
        ["of another type"] = scene => scene.Provider.Alter(scene.Honest, null, header => header["typ"] = "JWT"),
        ["without certificates"] = scene => scene.Provider.Alter(scene.Honest, null, header => header.Remove("x5c")),
        ["that is none"] = _ => "attestation",
    };

    private static readonly Dictionary<string, Func<Scene, string>> BrokenInProofs = new(Broken)
    {
        ["for other keys"] = scene => scene.Provider.Attest(scene.Town.Wallet.NewKeys(3), scene.Nonce, scene.Now),
        ["under another nonce"] = scene => scene.Provider.Attest(scene.Keys, scene.Nonce + "A", scene.Now),
        ["without an end"] = scene => scene.Provider.Alter(scene.Honest, claims => claims.Remove("exp")),
        ["for all keys but one"] = scene => scene.Provider.Attest(scene.Keys.Skip(1), scene.Nonce, scene.Now),
    };

    public static IEnumerable<TheoryDataRow<string>> Names => Broken.Keys.Select(name => new TheoryDataRow<string>(name));

    public static IEnumerable<TheoryDataRow<string>> NamesInProofs => BrokenInProofs.Keys.Select(name => new TheoryDataRow<string>(name));

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    [Oidf("VCIIssuerBatchIssuance")]
    [Oidf("VCIEnsureBatchBindingKeysMatchSentProofKeys")]
    public async Task Ten_keys_under_one_attestation_bring_ten_copies_without_a_signature_of_theirs(DatabaseKind kind)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var scene = await EnterAsync(town, keys: 10);

        var reply = await AttestAsync(scene, scene.Honest);

        Assert.Equal(Thumbprints(scene.Keys), BoundTo(reply));
    }

    [Fact]
    public async Task One_proof_whose_attestation_names_ten_keys_brings_ten_copies()
    {
        var scene = await EnterAsync(shared.Town, keys: 10);

        var reply = await new Attacker(scene.Town).RequestAsync(scene.Visit, [Prove(scene, scene.Keys[4], scene.Honest)]);

        Assert.Equal(Thumbprints(scene.Keys), BoundTo(reply));
    }

    [Fact]
    public async Task More_attested_keys_than_a_batch_holds_bring_a_batch()
    {
        var scene = await EnterAsync(shared.Town, keys: 12);

        var reply = await AttestAsync(scene, scene.Honest);

        Assert.Equal(Thumbprints(scene.Keys.Take(10)), BoundTo(reply));
    }

    [Theory, MemberData(nameof(NamesInProofs))]
    [Oidf("VCIIssuerFailOnInvalidKeyAttestationSignature")]
    public async Task A_false_attestation_in_proofs_is_refused_and_uses_nothing_up(string attestation)
    {
        var scene = await EnterAsync(shared.Town);
        var attacker = new Attacker(scene.Town);
        var broken = BrokenInProofs[attestation](scene);

        var refused = await attacker.RequestAsync(scene.Visit, [.. scene.Keys.Select(key => Prove(scene, key, broken))]);
        var honest = await attacker.RequestAsync(scene.Visit, [.. scene.Keys.Select(key => Prove(scene, key, scene.Honest))]);

        Assert.Equal((HttpStatusCode.BadRequest, IssuanceErrors.InvalidProof), (refused.Status, refused.Error));
        Assert.Equal(Thumbprints(scene.Keys), BoundTo(honest));
    }

    [Theory, MemberData(nameof(Names))]
    [Oidf("VCIIssuerFailOnInvalidKeyAttestationSignature")]
    public async Task A_false_attestation_as_proof_is_refused_and_uses_nothing_up(string attestation)
    {
        var scene = await EnterAsync(shared.Town);

        var refused = await AttestAsync(scene, Broken[attestation](scene));
        var honest = await AttestAsync(scene, scene.Honest);

        Assert.Equal((HttpStatusCode.BadRequest, IssuanceErrors.InvalidProof), (refused.Status, refused.Error));
        Assert.Equal(Thumbprints(scene.Keys), BoundTo(honest));
    }

    [Fact]
    public async Task A_nonce_that_the_wallet_made_is_no_nonce_in_an_attestation_either()
    {
        var scene = await EnterAsync(shared.Town);

        var foreign = await AttestAsync(scene, scene.Provider.Attest(scene.Keys, "my-own-nonce", scene.Now));
        var first = await AttestAsync(scene, scene.Honest);
        var replayed = await AttestAsync(scene, scene.Honest);

        Assert.Equal((HttpStatusCode.BadRequest, IssuanceErrors.InvalidNonce), (foreign.Status, foreign.Error));
        Assert.Equal(HttpStatusCode.OK, first.Status);
        Assert.Equal((HttpStatusCode.BadRequest, IssuanceErrors.InvalidNonce), (replayed.Status, replayed.Error));
    }

    [Fact]
    public async Task A_type_that_demands_attested_keys_gives_nothing_for_bare_ones()
    {
        var scene = await EnterAsync(shared.Town);
        var attacker = new Attacker(scene.Town);

        var bare = await attacker.RequestAsync(scene.Visit, [.. scene.Keys.Select(key => attacker.Prove(scene.Visit, scene.Nonce, key: key))]);
        var mixed = await attacker.RequestAsync(scene.Visit, [Prove(scene, scene.Keys[0], scene.Honest), attacker.Prove(scene.Visit, scene.Nonce, key: scene.Keys[1])]);
        var attested = await AttestAsync(scene, scene.Honest);

        Assert.Equal((HttpStatusCode.BadRequest, IssuanceErrors.InvalidProof), (bare.Status, bare.Error));
        Assert.Equal((HttpStatusCode.BadRequest, IssuanceErrors.InvalidProof), (mixed.Status, mixed.Error));
        Assert.Equal(HttpStatusCode.OK, attested.Status);
    }

    [Fact]
    public async Task A_batch_is_attested_whole_or_not_at_all()
    {
        var scene = await EnterAsync(shared.Town, type: IssuingTown.Permit);
        var attacker = new Attacker(scene.Town);

        var mixed = await attacker.RequestAsync(scene.Visit, [Prove(scene, scene.Keys[0], scene.Honest), attacker.Prove(scene.Visit, scene.Nonce, key: scene.Keys[1])]);
        var bare = await attacker.RequestAsync(scene.Visit, [.. scene.Keys.Select(key => attacker.Prove(scene.Visit, scene.Nonce, key: key))]);

        Assert.Equal((HttpStatusCode.BadRequest, IssuanceErrors.InvalidProof), (mixed.Status, mixed.Error));
        Assert.Equal(HttpStatusCode.OK, bare.Status);
    }

    [Fact]
    public async Task With_no_provider_to_believe_every_attestation_is_refused()
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        var scene = await EnterAsync(town);
        var known = town.Providers.All;

        town.Providers.All = [];
        var asProof = await AttestAsync(scene, scene.Honest);
        var inProof = await new Attacker(town).RequestAsync(scene.Visit, [Prove(scene, scene.Keys[0], scene.Honest)]);
        town.Providers.All = known;
        var believed = await AttestAsync(scene, scene.Honest);

        Assert.Equal((HttpStatusCode.BadRequest, IssuanceErrors.InvalidProof), (asProof.Status, asProof.Error));
        Assert.Equal((HttpStatusCode.BadRequest, IssuanceErrors.InvalidProof), (inProof.Status, inProof.Error));
        Assert.Equal(HttpStatusCode.OK, believed.Status);
    }

    [Fact]
    [Oidf("VCICheckKeyAttestationJwksIfKeyAttestationIsRequired")]
    public async Task The_metadata_say_what_is_demanded_and_what_is_read()
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));

        Assert.Equal(
            """{"jwt":{"proof_signing_alg_values_supported":["ES256"],"key_attestations_required":{}},"attestation":{"proof_signing_alg_values_supported":["ES256"],"key_attestations_required":{}}}""",
            await ProofTypesAsync(town, "office", IssuingTown.AttestedCard));
        Assert.Equal(
            """{"jwt":{"proof_signing_alg_values_supported":["ES256"]},"attestation":{"proof_signing_alg_values_supported":["ES256"]}}""",
            await ProofTypesAsync(town, "town", IssuingTown.Permit));

        town.Providers.All = [];
        Assert.Equal("""{"jwt":{"proof_signing_alg_values_supported":["ES256"]}}""", await ProofTypesAsync(town, "town", IssuingTown.Permit));
    }

    private static async Task<string> ProofTypesAsync(IssuingTown town, string slug, string type)
    {
        var metadata = (await town.NewWallet().ReadMetadataAsync(town.Town.At($"/issuers/{slug}"))).Expect().ToJson();
        return metadata["credential_configurations_supported"]![type]!["proof_types_supported"]!.ToJsonString();
    }

    private static async Task<Scene> EnterAsync(IssuingTown town, int keys = 3, string type = IssuingTown.AttestedCard)
    {
        var attacker = new Attacker(town);
        var visit = await attacker.EnterAsync(type, subject: $"attested/{town.Random.NewId()}");
        return new Scene(town, visit, town.Wallet.NewKeys(keys), await attacker.NonceAsync(visit));
    }

    private static Task<IssuerReply> AttestAsync(Scene scene, string attestation) => new Attacker(scene.Town).PostAsync(
        scene.Visit, new CredentialRequest([attestation]) { ConfigurationId = scene.Visit.Configuration, ProofType = KeyProofs.ByAttestation }.ToJson());

    private static string Prove(Scene scene, SigningKey key, string attestation) =>
        HolderKeyProof.Create(key, scene.Visit.Issuer.Metadata.CredentialIssuer, scene.Nonce, scene.Now, attestation);

    private static IEnumerable<string> Thumbprints(IEnumerable<SigningKey> keys) => keys.Select(key => key.PublicKey.Thumbprint).Order(StringComparer.Ordinal);

    private static IEnumerable<string> BoundTo(IssuerReply reply) => CredentialResponse.Parse(reply.ExpectBody(), maxCredentials: 20).Expect().Credentials
        .Select(text => JsonWebKey.Parse(ParsedSdJwt.Parse(text).Expect().IssuerJwt.Payload.Object("cnf")!.Object("jwk")!).Expect().Thumbprint).Order(StringComparer.Ordinal);

    private static string Flip(string jws)
    {
        var start = jws.LastIndexOf('.') + 1;
        return $"{jws[..start]}{(jws[start] == 'A' ? 'B' : 'A')}{jws[(start + 1)..]}";
    }

    /// <summary>A wallet before the endpoint with keys and a nonce.</summary>
    private sealed record Scene(IssuingTown Town, Visit Visit, IReadOnlyList<SigningKey> Keys, string Nonce)
    {
        public TestWalletProvider Provider => Town.Provider;

        public DateTimeOffset Now => Town.Time.Now;

        public string Honest => Provider.Attest(Keys, Nonce, Now);
    }
}
