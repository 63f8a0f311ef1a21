using System.Text;
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.OpenId4Vc.Authorization;

namespace Modellstadt.Protocols.OpenId4Vc.Tests.Authorization;

/// <summary>DPoP proofs (RFC 9449): the published ones hold, and each broken rule of §4.3 refuses.</summary>
public sealed class DpopProofTests
{
    private static readonly SoftwareSigningKey Key = Keys.New(1);

    private static readonly Dictionary<string, Func<string>> Broken = new()
    {
        ["nothing"] = () => "",
        ["no JWT"] = () => "a.b",
        ["another type"] = () => Proof(header => header["typ"] = "JWT"),
        ["no type"] = () => Proof(header => header.Remove("typ")),
        ["alg none"] = () => Seal(header => header["alg"] = "none", null, _ => []),
        ["a MAC"] = () => Seal(header => header["alg"] = "HS256", null, input => System.Security.Cryptography.HMACSHA256.HashData(StrictJson.Write(Key.PublicKey.ToJson()), input)),
        ["no alg"] = () => Seal(header => header.Remove("alg"), null, Key.Sign),
        ["no key"] = () => Proof(header => header.Remove("jwk")),
        ["a private key"] = () => Proof(header => header["jwk"]!["d"] = header["jwk"]!["x"]!.DeepClone()),
        ["another's key"] = () => Proof(header => header["jwk"] = Keys.New(2).PublicKey.ToJson()),
        ["another signature"] = () => Seal(null, null, _ => new byte[64]),
        ["certificates"] = () => Proof(header => header["x5c"] = new JsonArray("MAA=")),
        ["a critical extension"] = () => Proof(header => header["crit"] = new JsonArray("exp")),
        ["no jti"] = () => Proof(claims: claims => claims.Remove("jti")),
        ["an empty jti"] = () => Proof(claims: claims => claims["jti"] = ""),
        ["a very long jti"] = () => Proof(claims: claims => claims["jti"] = new string('j', 300)),
        ["no htm"] = () => Proof(claims: claims => claims.Remove("htm")),
        ["another htm"] = () => Proof(claims: claims => claims["htm"] = "PUT"),
        ["htm in lower case"] = () => Proof(claims: claims => claims["htm"] = "post"),
        ["no htu"] = () => Proof(claims: claims => claims.Remove("htu")),
        ["another htu"] = () => Proof(claims: claims => claims["htu"] = "https://server.example/prefix/nonce"),
        ["htu without the proxy's prefix"] = () => Proof(claims: claims => claims["htu"] = "https://server.example/token"),
        ["htu of another port"] = () => Proof(claims: claims => claims["htu"] = "https://server.example:8443/prefix/token"),
        ["htu in the clear"] = () => Proof(claims: claims => claims["htu"] = "http://server.example/prefix/token"),
        ["no iat"] = () => Proof(claims: claims => claims.Remove("iat")),
        ["an hour ago"] = () => Proof(claims: claims => claims["iat"] = (long)claims["iat"]! - 3600),
        ["in an hour"] = () => Proof(claims: claims => claims["iat"] = (long)claims["iat"]! + 3600),
        ["exp has passed"] = () => Proof(claims: claims => claims["exp"] = (long)claims["iat"]! - 1),
        ["exp is no time"] = () => Proof(claims: claims => claims["exp"] = "soon"),
        ["nbf has not come"] = () => Proof(claims: claims => claims["nbf"] = (long)claims["iat"]! + 3600),
        ["a number as nonce"] = () => Proof(claims: claims => claims["nonce"] = 7),
        ["a member twice"] = () => SealText("""{"typ":"dpop+jwt","typ":"dpop+jwt"}""", "{}", Key.Sign),
        ["too long"] = () => Proof(claims: claims => claims["padding"] = new string('p', 9_000)),
    };

    public static TheoryData<string> Names => [.. Broken.Keys];

    internal static DpopRules Rules { get; } = new("POST", new Uri("https://server.example/prefix/token"), Keys.Now);

    [Fact]
    public void The_published_proofs_hold()
    {
        var example = Vectors.Read("jose/rfc9449.json");
        foreach (var (proof, inputs) in example["proofs"]!.AsArray().Zip(example["verifier_inputs"]!.AsArray()))
        {
            var rules = new DpopRules((string)inputs!["htm"]!, new Uri((string)inputs["htu"]!), DateTimeOffset.FromUnixTimeSeconds((long)inputs["iat"]!)) { AccessToken = (string?)inputs["access_token"] };

            var held = DpopProof.Check((string)proof!["proof"]!, rules).Expect();

            Assert.Equal((string)example["jwk_thumbprint_jkt"]!, held.Thumbprint);
        }

        Assert.Equal((string)example["ath"]!, DpopProof.HashOf((string)example["access_token"]!));
    }

    [Fact]
    public void Our_own_proof_holds_and_says_what_it_says()
    {
        var proof = DpopProof.Check(DpopProof.Create(Key, Rules with { AccessToken = "token" }, "nonce", Keys.Random(3)), Rules with { AccessToken = "token", Thumbprint = Key.PublicKey.Thumbprint }).Expect();

        Assert.Equal((Key.PublicKey.Thumbprint, "nonce", Keys.Now + Rules.MaxAge), (proof.Thumbprint, proof.Nonce, proof.EndsAt));
    }

    [Theory, MemberData(nameof(Names))]
    public void A_proof_with_one_change_is_refused(string change)
    {
        Assert.Null(DpopProof.Check(Proof(), Rules).Error);

        Refusal.Is(AuthorizationErrors.InvalidDpopProof, DpopProof.Check(Broken[change](), Rules));
    }

    [Fact]
    public void At_a_resource_the_proof_names_the_token_and_is_made_with_its_key()
    {
        var proof = DpopProof.Create(Key, Rules with { AccessToken = "token" }, null, Keys.Random(3));

        Assert.Null(DpopProof.Check(proof, Rules with { AccessToken = "token", Thumbprint = Key.PublicKey.Thumbprint }).Error);
        Refusal.Is(AuthorizationErrors.InvalidDpopProof, DpopProof.Check(proof, Rules with { AccessToken = "another" }));
        Refusal.Is(AuthorizationErrors.InvalidDpopProof, DpopProof.Check(proof, Rules with { AccessToken = "token", Thumbprint = Keys.New(2).PublicKey.Thumbprint }));
        Refusal.Is(AuthorizationErrors.InvalidDpopProof, DpopProof.Check(Proof(), Rules with { AccessToken = "token" }));
    }

    [Theory]
    [InlineData("https://server.example/prefix/token?query=1#fragment")]
    [InlineData("HTTPS://SERVER.EXAMPLE/prefix/token")]
    [InlineData("https://server.example:443/prefix/token")]
    public void An_address_is_compared_in_its_normal_form(string address)
        => Assert.Null(DpopProof.Check(Proof(claims: claims => claims["htu"] = address), Rules).Error);

    [Fact]
    public void Unknown_members_are_ignored()
        => Assert.Null(DpopProof.Check(Proof(header => header["note"] = "x", claims => claims["note"] = "y"), Rules).Error);

    [Fact]
    public void Two_proofs_are_the_same_when_key_and_jti_are()
    {
        string Id(Action<JsonObject> claims, SoftwareSigningKey? key = null) => DpopProof.Check(Proof(claims: claims, key: key), Rules).Expect().Id;

        Assert.Equal(Id(claims => claims["jti"] = "1"), Id(claims => (claims["jti"], claims["iat"]) = ("1", (long)claims["iat"]! - 1)));
        Assert.NotEqual(Id(claims => claims["jti"] = "1"), Id(claims => claims["jti"] = "2"));
        Assert.NotEqual(Id(claims => claims["jti"] = "1"), Id(claims => claims["jti"] = "1", Keys.New(2)));
    }

    private static string Proof(Action<JsonObject>? header = null, Action<JsonObject>? claims = null, SoftwareSigningKey? key = null) => Seal(header, claims, (key ?? Key).Sign, key);

    private static string Seal(Action<JsonObject>? header, Action<JsonObject>? claims, SignBytes sign, SoftwareSigningKey? key = null)
    {
        var head = new JsonObject { ["alg"] = "ES256", ["typ"] = DpopProof.Type, ["jwk"] = (key ?? Key).PublicKey.ToJson() };
        var body = new JsonObject { ["jti"] = "id", ["htm"] = "POST", ["htu"] = Rules.Address.OriginalString, ["iat"] = Keys.Now.ToUnixTimeSeconds() };
        header?.Invoke(head);
        claims?.Invoke(body);
        return SealText(Encoding.UTF8.GetString(StrictJson.Write(head)), Encoding.UTF8.GetString(StrictJson.Write(body)), sign);
    }

    private static string SealText(string header, string payload, SignBytes sign)
    {
        var input = $"{Base64Url.Encode(Encoding.UTF8.GetBytes(header))}.{Base64Url.Encode(Encoding.UTF8.GetBytes(payload))}";
        return $"{input}.{Base64Url.Encode(sign(Encoding.ASCII.GetBytes(input)))}";
    }

    private delegate byte[] SignBytes(ReadOnlySpan<byte> input);
}
