using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.OpenId4Vc.Holder;
using Modellstadt.Protocols.OpenId4Vc.Issuance;

namespace Modellstadt.Protocols.OpenId4Vc.Tests.Issuance;

/// <summary>Proofs of keys (OpenID4VCI 1.0 App. F.1); the issuer's tests send the attacks through HTTP.</summary>
public sealed class KeyProofTests
{
    private const string Issuer = "https://issuer.example/town";

    private static readonly KeyProofRules Rules = new(Issuer, Keys.Now);

    [Fact]
    public void Proofs_of_several_keys_yield_these_keys_in_their_order()
    {
        var keys = Enumerable.Range(1, 10).Select(Keys.New).ToArray();

        var proved = KeyProofs.Check([.. keys.Select(key => Prove(key))], Rules).Expect();

        Assert.Equal("nonce", proved.Nonce);
        Assert.Equal(keys.Select(key => key.PublicKey.Thumbprint), proved.Keys.Select(key => key.Thumbprint));
    }

    [Fact]
    public void The_published_proof_holds_at_its_time()
    {
        var (proof, rules) = Published();

        var proved = KeyProofs.Check([proof], rules).Expect();

        Assert.Equal("LarRGSbmUPYtRYO6BQ4yn8", proved.Nonce);
        Refusal.Is(IssuanceErrors.InvalidProof, KeyProofs.Check([proof], rules with { Now = Keys.Now }));
        Refusal.Is(IssuanceErrors.InvalidProof, KeyProofs.Check([proof], rules with { Issuer = Issuer }));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void The_published_proof_with_one_changed_character_is_refused(int part)
    {
        var (proof, rules) = Published();
        var parts = proof.Split('.');
        var middle = parts[part].Length / 2;
        parts[part] = $"{parts[part][..middle]}{(parts[part][middle] == 'A' ? 'B' : 'A')}{parts[part][(middle + 1)..]}";

        Refusal.Is(IssuanceErrors.InvalidProof, KeyProofs.Check([string.Join('.', parts)], rules));
    }

    [Theory]
    [InlineData(-300, true)]
    [InlineData(-301, false)]
    [InlineData(60, true)]
    [InlineData(61, false)]
    public void A_proof_is_good_for_five_minutes_and_one_minute_of_fast_clocks(int seconds, bool holds)
        => Assert.Equal(holds, KeyProofs.Check([Prove(Keys.New(1), Keys.Now.AddSeconds(seconds))], Rules).Error is null);

    [Fact]
    public void No_proof_is_no_key() => Refusal.Is(IssuanceErrors.InvalidProof, KeyProofs.Check([], Rules));

    [Fact]
    public void A_key_named_differently_twice_is_still_the_same_key()
    {
        var key = Keys.New(1);
        var jwk = key.PublicKey.ToJson();
        jwk["kid"] = "another name";
        var renamed = CompactJws.Sign(
            new JsonObject { ["typ"] = KeyProofs.Type, ["jwk"] = jwk },
            new JsonObject { ["aud"] = Issuer, ["iat"] = Keys.Now.ToUnixTimeSeconds(), ["nonce"] = "nonce" }, key);

        Assert.Null(KeyProofs.Check([renamed], Rules).Error);
        Refusal.Is(IssuanceErrors.InvalidProof, KeyProofs.Check([Prove(key), renamed], Rules));
    }

    private static string Prove(SigningKey key, DateTimeOffset? now = null) => HolderKeyProof.Create(key, Issuer, "nonce", now ?? Keys.Now);

    private static (string Proof, KeyProofRules Rules) Published()
    {
        var published = Vectors.Read("openid4vci/tokens.json")["tokens"]!.AsArray().Single(token => (string?)token!["id"] == "jwt-proof")!;
        var made = DateTimeOffset.FromUnixTimeSeconds((long)published["payload"]!["iat"]!);
        return ((string)published["token"]!, new KeyProofRules((string)published["payload"]!["aud"]!, made));
    }
}
