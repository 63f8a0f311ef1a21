using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.StatusLists;
using Modellstadt.Protocols.OpenId4Vc.Attestation;
using Modellstadt.Protocols.OpenId4Vc.Issuance;

namespace Modellstadt.Protocols.OpenId4Vc.Tests.Attestation;

/// <summary>Attack 3: key attestations (OpenID4VCI 1.0 App. D). Every refusal is one change away from an attestation that holds.</summary>
public sealed class KeyAttestationTests
{
    private static readonly TestWalletProvider Provider = new();
    private static readonly KeyAttestationRules Rules = new(Provider.Trust, Keys.Now) { RequiresExpiry = true };
    private static readonly KeyAttestation Valid = new([.. Enumerable.Range(100, 10).Select(seed => Keys.New(seed).PublicKey)], Keys.Now)
    {
        ExpiresAt = Keys.Now.AddHours(1),
        Nonce = "nonce-1",
        KeyStorage = [AttackPotential.Moderate],
        UserAuthentication = [AttackPotential.Moderate],
    };

    [Fact]
    public void An_attestation_gives_back_all_that_it_says()
    {
        var full = Valid with { Certification = "https://provider.example/certification", Status = new StatusReference("https://provider.example/list", 7) };

        var (attestation, signer) = KeyAttestation.Verify(full.Sign(Provider.Key, Provider.X5c), Rules).Expect();

        Assert.Equal(Valid.Keys.Select(key => key.Thumbprint), attestation.Keys.Select(key => key.Thumbprint));
        Assert.Equal((full.IssuedAt, full.ExpiresAt, full.Nonce), (attestation.IssuedAt, attestation.ExpiresAt, attestation.Nonce));
        Assert.Equal(full.KeyStorage, attestation.KeyStorage);
        Assert.Equal(full.UserAuthentication, attestation.UserAuthentication);
        Assert.Equal((full.Certification, full.Status), (attestation.Certification, attestation.Status));
        Assert.Equal(Provider.Root, signer.Certificate!.Anchor);
    }

    [Fact]
    public void An_attestation_covers_its_keys_and_no_other()
    {
        var attestation = KeyAttestation.Verify(Valid.Sign(Provider.Key, Provider.X5c), Rules).Expect().Attestation;
        Assert.True(attestation.Covers(Keys.New(104).PublicKey with { KeyId = "another name" }));
        Assert.False(attestation.Covers(Keys.New(99).PublicKey));
    }

    [Fact]
    public void The_published_example_says_what_its_text_says()
    {
        var text = (string)Vectors.Example("openid4vci/1.0-final/inline-examples.json", 37)["text"]!;
        var payload = JsonNode.Parse(text[(text.IndexOf("\n.\n", StringComparison.Ordinal) + 3)..])!.AsObject();
        var signed = CompactJws.Sign(new JsonObject { ["typ"] = KeyAttestation.Type, ["x5c"] = Provider.X5c.DeepClone() }, payload, Provider.Key);

        // The example's exp lies before Keys.Now but after its iat; its key storage is the moderate one.
        var at = DateTimeOffset.FromUnixTimeSeconds(1_516_247_022);
        var bare = new AttestationTrust([]) { Keys = [Provider.Key.PublicKey] };
        var withoutChain = Provider.Alter(signed, payload: null, header => header.Remove("x5c"));
        var attestation = KeyAttestation.Verify(withoutChain, new KeyAttestationRules(bare, at) { RequiresExpiry = true }).Expect().Attestation;

        Assert.Equal([AttackPotential.Moderate], attestation.KeyStorage);
        Assert.Equal("TCAER19Zvu3OHF4j4W4vfSVoHIP1ILilDls7vCeGemc", Assert.Single(attestation.Keys).X);
        Refuses(withoutChain, new KeyAttestationRules(bare, Keys.Now));
    }

    [Fact]
    public void An_empty_trust_believes_nobody() => Refuses(Valid.Sign(Provider.Key, Provider.X5c), Rules with { Trust = new AttestationTrust([]) });

    [Fact]
    public void Another_provider_is_not_believed()
    {
        var stranger = new TestWalletProvider(seed: 90);
        Refuses(Valid.Sign(stranger.Key, stranger.X5c), Rules);
        Refuses(Valid.Sign(stranger.Key, Provider.X5c), Rules);
        Refuses(Valid.Sign(Provider.Key), Rules);
    }

    [Fact]
    public void Only_demanded_strength_is_enough()
    {
        var text = Valid.Sign(Provider.Key, Provider.X5c);
        var demanding = Rules with { KeyStorage = Levels(AttackPotential.High, AttackPotential.Moderate), UserAuthentication = Levels(AttackPotential.Moderate) };

        Assert.Null(KeyAttestation.Verify(text, demanding).Error);
        Refuses(text, demanding with { KeyStorage = Levels(AttackPotential.High) });
        Refuses(text, demanding with { UserAuthentication = Levels(AttackPotential.High) });
        Refuses((Valid with { KeyStorage = [] }).Sign(Provider.Key, Provider.X5c), demanding);
        Refuses((Valid with { UserAuthentication = [] }).Sign(Provider.Key, Provider.X5c), demanding);
    }

    [Fact]
    public void The_jwt_proof_type_demands_an_end_and_the_attestation_type_does_not()
    {
        var text = (Valid with { ExpiresAt = null }).Sign(Provider.Key, Provider.X5c);
        Assert.Null(KeyAttestation.Verify(text, Rules with { RequiresExpiry = false }).Error);
        Refuses(text, Rules);
    }

    [Fact]
    public void An_attestation_ends_at_its_expiry()
    {
        var text = Valid.Sign(Provider.Key, Provider.X5c);
        Assert.Null(KeyAttestation.Verify(text, Rules with { Now = Keys.Now.AddHours(1).AddSeconds(-1) }).Error);
        Refuses(text, Rules with { Now = Keys.Now.AddHours(1) });
    }

    [Fact]
    public void An_attestation_from_the_future_or_from_long_ago_is_refused()
    {
        var text = Valid.Sign(Provider.Key, Provider.X5c);
        Assert.Null(KeyAttestation.Verify(text, Rules with { Now = Keys.Now.AddMinutes(-1) }).Error);
        Refuses(text, Rules with { Now = Keys.Now.AddMinutes(-1).AddSeconds(-1) });
        Refuses(text, Rules with { Now = Keys.Now.AddMinutes(30), MaxAge = TimeSpan.FromMinutes(29) });
    }

    [Fact]
    public void No_more_keys_than_the_issuer_takes()
    {
        var text = Valid.Sign(Provider.Key, Provider.X5c);
        Assert.Null(KeyAttestation.Verify(text, Rules with { MaxKeys = 10 }).Error);
        Refuses(text, Rules with { MaxKeys = 9 });
    }

    [Fact]
    public void A_key_attested_twice_is_refused()
        => Refuses(Altered(payload => payload["attested_keys"]!.AsArray().Add(payload["attested_keys"]![0]!.DeepClone())));

    [Fact]
    public void A_private_key_is_refused() => Refuses(Altered(payload => payload["attested_keys"]![0]!["d"] = "AAAA"));

    [Theory]
    [InlineData("iat", null)]
    [InlineData("iat", "\"now\"")]
    [InlineData("exp", "\"later\"")]
    [InlineData("nonce", "\"\"")]
    [InlineData("nonce", "7")]
    [InlineData("attested_keys", null)]
    [InlineData("attested_keys", "[]")]
    [InlineData("attested_keys", "{}")]
    [InlineData("attested_keys", "[1]")]
    [InlineData("attested_keys", """[{"kty":"RSA","n":"AQAB","e":"AQAB"}]""")]
    [InlineData("key_storage", "[]")]
    [InlineData("key_storage", "\"iso_18045_high\"")]
    [InlineData("key_storage", "[1]")]
    [InlineData("user_authentication", "[]")]
    [InlineData("status", "{}")]
    [InlineData("status", "1")]
    public void A_claim_that_is_missing_or_wrong_is_refused(string name, string? value)
        => Refuses(Altered(payload =>
        {
            if (value is null)
                payload.Remove(name);
            else
                payload[name] = JsonNode.Parse(value);
        }));

    [Theory]
    [InlineData("typ", "\"openid4vci-proof+jwt\"")]
    [InlineData("jku", "\"https://provider.example/keys\"")]
    [InlineData("jwk", "{}")]
    [InlineData("crit", """["exp"]""")]
    [InlineData("x5c", "{}")]
    public void A_header_that_chooses_type_or_key_is_refused(string name, string value)
        => Refuses(Altered(payload: null, header => header[name] = JsonNode.Parse(value)));

    [Fact]
    public void A_changed_attestation_is_refused()
    {
        var parts = Valid.Sign(Provider.Key, Provider.X5c).Split('.');
        var forged = (Valid with { Keys = [Keys.New(99).PublicKey] }).Sign(Keys.New(99), Provider.X5c).Split('.');
        Refuses($"{parts[0]}.{forged[1]}.{parts[2]}");
    }

    [Fact]
    public void A_giant_attestation_is_refused_before_it_is_read() => Refuses(new string('a', 1_000_000));

    private static string Altered(Action<JsonObject>? payload, Action<JsonObject>? header = null)
    {
        var valid = Valid.Sign(Provider.Key, Provider.X5c);
        Assert.Null(KeyAttestation.Verify(Provider.Alter(valid, payload: null), Rules).Error);
        return Provider.Alter(valid, payload, header);
    }

    private static HashSet<string> Levels(params string[] levels) => [.. levels];

    private static void Refuses(string text, KeyAttestationRules? rules = null)
        => Refusal.Is(IssuanceErrors.InvalidProof, KeyAttestation.Verify(text, rules ?? Rules));
}
