using System.Formats.Asn1;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Protocols.Credentials.Tests.Jose;

public sealed class CompactJwsTests
{
    private static readonly JwsRules Any = new(Types: null);
    private static readonly JsonObject Payload = new() { ["sub"] = "resident" };
    private static readonly string Signed = CompactJws.Sign(new JsonObject { ["typ"] = "test+jwt" }, Payload, Keys.Issuer);

    [Fact]
    public void The_ES256_example_of_RFC_7515_verifies()
    {
        var example = Vectors.Case("jose/rfc7515.json", "A.3", "examples");
        using var key = Vectors.Verifier(example["key"]!);
        var jws = CompactJws.Parse(example["compact"]!.GetValue<string>()).Expect();
        Assert.Null(jws.Verify(key, Any).Error);
        Assert.Equal("joe", jws.Payload.Text("iss"));
    }

    [Theory]
    [InlineData("A.1")]
    [InlineData("A.2")]
    [InlineData("A.5")]
    public void Every_other_algorithm_of_RFC_7515_is_refused(string id)
    {
        var jws = CompactJws.Parse(Vectors.Case("jose/rfc7515.json", id, "examples")["compact"]!.GetValue<string>()).Expect();
        Refusal.Is(ErrorCodes.Algorithm, jws.Verify(Keys.Issuer.Verifier(), Any));
    }

    [Fact]
    public void What_was_signed_verifies_and_says_the_same()
    {
        var jws = CompactJws.Parse(Signed).Expect();
        Assert.Null(jws.Verify(Keys.Issuer.Verifier(), JwsRules.ForType("test+jwt")).Error);
        Assert.True(JsonNode.DeepEquals(Payload, jws.Payload));
    }

    [Fact]
    public void Another_key_does_not_verify() => Refusal.Is(ErrorCodes.Signature, CompactJws.Parse(Signed).Expect().Verify(Keys.Stranger.Verifier(), Any));

    [Theory]
    [InlineData("JWT")]
    [InlineData("TEST+JWT")]
    [InlineData("application/test+jwt")]
    public void Another_type_is_refused(string type)
        => Refusal.Is(ErrorCodes.Type, CompactJws.Parse(Signed).Expect().Verify(Keys.Issuer.Verifier(), JwsRules.ForType(type)));

    [Theory]
    [InlineData("none")]
    [InlineData("None")]
    [InlineData("HS256")]
    [InlineData("ES384")]
    [InlineData("es256")]
    [InlineData("RS256")]
    public void An_algorithm_outside_the_allow_list_is_refused(string algorithm)
        => Refusal.Is(ErrorCodes.Algorithm, Verify(Header($$"""{"alg":"{{algorithm}}"}""")));

    [Fact]
    public void A_MAC_keyed_with_the_public_key_is_refused()
    {
        var input = $"{Encode("""{"alg":"HS256"}""")}.{Encode("{}")}";
        using var key = ECDsa.Create(Keys.Issuer.PublicKey.ToParameters());
        var mac = HMACSHA256.HashData(Encoding.ASCII.GetBytes(key.ExportSubjectPublicKeyInfoPem()), Encoding.ASCII.GetBytes(input));
        Refusal.Is(ErrorCodes.Algorithm, Verify($"{input}.{Base64Url.Encode(mac)}"));
    }

    [Theory]
    [InlineData("""{"alg":"ES256","crit":["exp"],"exp":1}""")]
    [InlineData("""{"alg":"ES256","crit":[]}""")]
    [InlineData("""{"alg":"ES256","b64":false,"crit":["b64"]}""")]
    [InlineData("""{"alg":"ES256","b64":false}""")]
    [InlineData("""{"alg":"ES256","jku":"https://attacker.example/keys"}""")]
    [InlineData("""{"alg":"ES256","x5u":"https://attacker.example/cert"}""")]
    [InlineData("""{"alg":"ES256","jwk":{"kty":"EC"}}""")]
    [InlineData("""{"alg":"ES256","x5c":["AAAA"]}""")]
    [InlineData("""{"alg":"ES256","kid":42}""")]
    public void A_header_that_would_change_the_rules_or_bring_its_own_key_is_refused(string header)
        => Refusal.Is(ErrorCodes.Header, Verify(Header(header)));

    [Fact]
    public void A_key_id_never_leads_to_a_file()
        => Assert.Null(Verify(Header("""{"alg":"ES256","kid":"../../../dev/null"}""")).Error);

    [Fact]
    public void A_key_in_the_header_is_read_only_where_a_key_proof_is_expected()
    {
        var proof = CompactJws.Parse(CompactJws.Sign(new JsonObject { ["jwk"] = Keys.Holder.PublicKey.ToJson() }, Payload, Keys.Holder)).Expect();
        Refusal.Is(ErrorCodes.Header, proof.Verify(Keys.Holder.Verifier(), Any));
        Assert.Null(proof.Verify(Keys.Holder.Verifier(), Any with { KeyInHeader = true }).Error);
        Refusal.Is(ErrorCodes.Signature, proof.Verify(Keys.Issuer.Verifier(), Any with { KeyInHeader = true }));
    }

    [Fact]
    public void A_signature_in_DER_is_refused()
    {
        var raw = Base64Url.Decode(Signed.Split('.')[2]).Expect();
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(new BigInteger(raw.AsSpan(0, 32), true, true));
            writer.WriteInteger(new BigInteger(raw.AsSpan(32), true, true));
        }

        Refusal.Is(ErrorCodes.Signature, Verify(WithSignature(writer.Encode())));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(96)]
    public void A_signature_of_zeros_or_of_another_length_is_refused(int length)
        => Refusal.Is(ErrorCodes.Signature, Verify(WithSignature(new byte[length])));

    [Fact]
    public void Every_changed_character_is_noticed()
        => Gen.Int[0, Signed.Length - 1].Sample(position => Verify(Altered(Signed, position)).Error is not null);

    [Fact]
    public void Random_text_never_throws()
        => Gen.String[Gen.Char["abcdefgABCDEFG0123-_.=~{}\""], 0, 80].Sample(text => { CompactJws.Parse(text); });

    [Theory]
    [InlineData("a.b")]
    [InlineData("e30.e30.AA.AA")]
    [InlineData("..")]
    [InlineData("e30..AA")]
    [InlineData("")]
    public void What_has_not_three_parts_of_base64url_JSON_is_refused(string text) => Assert.NotNull(CompactJws.Parse(text).Error);

    [Fact]
    public void A_long_text_is_refused_before_it_is_read()
        => Refusal.Is(ErrorCodes.TooLarge, CompactJws.Parse(new string('A', 200), new JsonLimits(MaxBytes: 64)));

    [Fact]
    public void Many_threads_sign_and_verify_with_one_key()
    {
        using var verifier = Keys.Issuer.Verifier();
        var failures = 0;
        Parallel.For(0, 500, new ParallelOptions { MaxDegreeOfParallelism = 16 }, number =>
        {
            var text = CompactJws.Sign([], new JsonObject { ["n"] = number }, Keys.Issuer);
            if (CompactJws.Parse(text).Expect().Verify(verifier, Any).Error is not null)
                Interlocked.Increment(ref failures);
        });
        Assert.Equal(0, failures);
    }

    internal static string Altered(string text, int position)
    {
        var characters = text.ToCharArray();
        characters[position] = characters[position] == 'A' ? 'B' : 'A';
        return new string(characters);
    }

    private static string Header(string header)
    {
        var input = $"{Encode(header)}.{Encode("{}")}";
        return $"{input}.{Base64Url.Encode(Keys.Issuer.Sign(Encoding.ASCII.GetBytes(input)))}";
    }

    private static string Encode(string json) => Base64Url.Encode(Encoding.UTF8.GetBytes(json));

    private static string WithSignature(byte[] signature) => $"{Signed[..(Signed.LastIndexOf('.') + 1)]}{Base64Url.Encode(signature)}";

    private static Checked<CompactJws> Verify(string text) => CompactJws.Parse(text).Then(jws => jws.Verify(Keys.Issuer.Verifier(), Any));
}
