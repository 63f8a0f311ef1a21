using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.OpenId4Vc.Attestation;

namespace Modellstadt.Protocols.OpenId4Vc.Tests.Attestation;

/// <summary>Attack 4, second half: the proof of possession of a wallet attestation's key.</summary>
public sealed class WalletAttestationProofTests
{
    private const string Server = "https://issuer.example/town";

    private static readonly SigningKey Instance = Keys.New(80);
    private static readonly WalletAttestation Attestation = new("https://wallet.example", Instance.PublicKey, Keys.Now.AddHours(1));
    private static readonly WalletAttestationProofRules Rules = new(Server, Keys.Now);
    private static readonly WalletAttestationProof Valid = new("id-1", Keys.Now, Challenge: null);

    [Fact]
    public void A_proof_gives_back_its_identifier_and_challenge()
    {
        var proof = Valid with { Challenge = "challenge-1" };
        Assert.Equal(proof, WalletAttestationProof.Verify(proof.Sign(Instance, Server), Attestation, Rules with { RequiresChallenge = true }).Expect());
        Assert.Equal(Valid, WalletAttestationProof.Verify(Valid.Sign(Instance, Server), Attestation, Rules).Expect());
    }

    [Fact]
    public void A_server_that_gives_challenges_asks_for_one()
        => Refusal.Is(AttestationErrors.UseAttestationChallenge, WalletAttestationProof.Verify(Valid.Sign(Instance, Server), Attestation, Rules with { RequiresChallenge = true }));

    [Fact]
    public void Another_key_than_the_attested_one_is_refused() => Refuses(Valid.Sign(Keys.New(81), Server));

    [Fact]
    public void A_proof_for_another_server_is_refused() => Refuses(Valid.Sign(Instance, "https://other.example"));

    [Theory]
    [InlineData(-300, true)]
    [InlineData(-301, false)]
    [InlineData(60, true)]
    [InlineData(61, false)]
    public void A_proof_is_good_for_five_minutes_and_one_minute_of_fast_clocks(int seconds, bool holds)
    {
        var proof = Valid with { IssuedAt = Keys.Now.AddSeconds(seconds) };
        Assert.Equal(holds, WalletAttestationProof.Verify(proof.Sign(Instance, Server), Attestation, Rules).Error is null);
    }

    [Fact]
    public void Older_drafts_named_the_client_and_it_must_be_the_attested_one()
    {
        Assert.Null(WalletAttestationProof.Verify(Altered(claims => claims["iss"] = Attestation.ClientId), Attestation, Rules).Error);
        Refuses(Altered(claims => claims["iss"] = "https://other.example"));
        Refuses(Altered(claims => claims["iss"] = 7));
    }

    [Fact]
    public void One_audience_may_stand_in_an_array_and_several_may_not()
    {
        Assert.Null(WalletAttestationProof.Verify(Altered(claims => claims["aud"] = new JsonArray(Server)), Attestation, Rules).Error);
        Refuses(Altered(claims => claims["aud"] = new JsonArray(Server, "https://other.example")));
    }

    [Theory]
    [InlineData("aud", null)]
    [InlineData("aud", "7")]
    [InlineData("jti", null)]
    [InlineData("jti", "\"\"")]
    [InlineData("jti", "7")]
    [InlineData("iat", null)]
    [InlineData("iat", "\"now\"")]
    [InlineData("exp", "1")]
    [InlineData("exp", "\"later\"")]
    [InlineData("nbf", "32503680000")]
    [InlineData("challenge", "7")]
    [InlineData("challenge", "\"\"")]
    public void A_claim_that_is_missing_or_wrong_is_refused(string name, string? value)
        => Refuses(Altered(claims =>
        {
            if (value is null)
                claims.Remove(name);
            else
                claims[name] = JsonNode.Parse(value);
        }));

    [Theory]
    [InlineData("typ", "oauth-client-attestation+jwt")]
    [InlineData("jku", "https://wallet.example/keys")]
    public void A_header_of_another_kind_is_refused(string name, string value) => Refuses(Altered(claims: null, header => header[name] = value));

    [Fact]
    public void A_key_in_the_header_is_refused() => Refuses(Altered(claims: null, header => header["jwk"] = Instance.PublicKey.ToJson()));

    [Fact]
    public void Long_texts_are_refused_before_they_are_remembered()
    {
        Refuses(Altered(claims => claims["jti"] = new string('a', 600)));
        Refuses(new string('a', 100_000));
    }

    private static string Altered(Action<JsonObject>? claims, Action<JsonObject>? header = null)
    {
        var jws = CompactJws.Parse(Valid.Sign(Instance, Server)).Expect();
        Assert.Null(WalletAttestationProof.Verify(jws.Text, Attestation, Rules).Error);
        header?.Invoke(jws.Header);
        claims?.Invoke(jws.Payload);
        return CompactJws.Sign(jws.Header, jws.Payload, Instance);
    }

    private static void Refuses(string text)
        => Refusal.Is(AttestationErrors.InvalidClientAttestation, WalletAttestationProof.Verify(text, Attestation, Rules));
}
