using System.Net;
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.OpenId4Vc.Issuance;
using Modellstadt.Testing;

namespace Modellstadt.Issuer.Tests;

/// <summary>Proofs that prove nothing: refused with the specification's code, and no copy, nonce or token is used up.</summary>
public sealed class KeyProofTests(SharedTown shared) : IClassFixture<SharedTown>
{
    private static readonly Dictionary<string, Func<Attacker, Visit, string, IReadOnlyList<string>>> Attacks = new()
    {
        ["for another issuer"] = (attacker, visit, nonce) => [attacker.Prove(visit, nonce, claims: claims => claims["aud"] = "https://issuer.example")],
        ["for two issuers"] = (attacker, visit, nonce) => [attacker.Prove(visit, nonce, claims: claims => claims["aud"] = new JsonArray(visit.Issuer.Metadata.CredentialIssuer, "https://issuer.example"))],
        ["for nobody"] = (attacker, visit, nonce) => [attacker.Prove(visit, nonce, claims: claims => claims.Remove("aud"))],
        ["of another type"] = (attacker, visit, nonce) => [attacker.Prove(visit, nonce, header: header => header["typ"] = "JWT")],
        ["of no type"] = (attacker, visit, nonce) => [attacker.Prove(visit, nonce, header: header => header.Remove("typ"))],
        ["made ten minutes ago"] = (attacker, visit, nonce) => [attacker.Prove(visit, nonce, claims: claims => claims["iat"] = (long)claims["iat"]! - 600)],
        ["made in ten minutes"] = (attacker, visit, nonce) => [attacker.Prove(visit, nonce, claims: claims => claims["iat"] = (long)claims["iat"]! + 600)],
        ["made beyond the calendar"] = (attacker, visit, nonce) => [attacker.Prove(visit, nonce, claims: claims => claims["iat"] = 1e300)],
        ["by a client without a name that says one"] = (attacker, visit, nonce) => [attacker.Prove(visit, nonce, claims: claims => claims["iss"] = "wallet")],
        ["with a key attestation of nobody"] = (attacker, visit, nonce) => [attacker.Prove(visit, nonce, header: header => header["key_attestation"] = "e30.e30.AA")],
        ["with the chain of a federation"] = (attacker, visit, nonce) => [attacker.Prove(visit, nonce, header: header => header["trust_chain"] = new JsonArray("e30.e30.AA"))],
        ["without a time"] = (attacker, visit, nonce) => [attacker.Prove(visit, nonce, claims: claims => claims.Remove("iat"))],
        ["without a nonce"] = (attacker, visit, nonce) => [attacker.Prove(visit, nonce, claims: claims => claims.Remove("nonce"))],
        ["with a number as nonce"] = (attacker, visit, nonce) => [attacker.Prove(visit, nonce, claims: claims => claims["nonce"] = 7)],
        ["with alg none"] = (attacker, visit, nonce) => [attacker.Sign(visit, nonce, Key(visit), header => header["alg"] = "none", null, _ => [])],
        ["with a MAC of the public key"] = (attacker, visit, nonce) => [attacker.Sign(visit, nonce, Key(visit), header => header["alg"] = "HS256", null, Attacker.MacWith(Key(visit)))],
        ["with another algorithm's name"] = (attacker, visit, nonce) => [attacker.Prove(visit, nonce, header: header => header["alg"] = "ES384")],
        ["with a private key"] = (attacker, visit, nonce) => [attacker.Prove(visit, nonce, header: header => header["jwk"]!["d"] = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")],
        ["with a point off the curve"] = (attacker, visit, nonce) => [attacker.Prove(visit, nonce, header: header => header["jwk"]!["y"] = header["jwk"]!["x"]!.DeepClone())],
        ["with a key of another curve"] = (attacker, visit, nonce) => [attacker.Prove(visit, nonce, header: header => header["jwk"]!["crv"] = "P-384")],
        ["without a key"] = (attacker, visit, nonce) => [attacker.Prove(visit, nonce, header: header => header.Remove("jwk"))],
        ["with the name of a key"] = (attacker, visit, nonce) => [attacker.Prove(visit, nonce, header: header => header["kid"] = "../../key")],
        ["with the name of a key alone"] = (attacker, visit, nonce) => [attacker.Prove(visit, nonce, header: header => (header["kid"], _) = ("did:example:1", header.Remove("jwk")))],
        ["with certificates"] = (attacker, visit, nonce) => [attacker.Prove(visit, nonce, header: header => header["x5c"] = new JsonArray("MAA="))],
        ["with the address of a key"] = (attacker, visit, nonce) => [attacker.Prove(visit, nonce, header: header => header["jku"] = "https://attacker.example/keys")],
        ["with a critical extension"] = (attacker, visit, nonce) => [attacker.Prove(visit, nonce, header: header => header["crit"] = new JsonArray("exp"))],
        ["with an unencoded payload"] = (attacker, visit, nonce) => [attacker.Prove(visit, nonce, header: header => header["b64"] = false)],
        ["signed by a stranger"] = (attacker, visit, nonce) => [attacker.Prove(visit, nonce, header: header => header["jwk"] = Key(visit).ToJson())],
        ["with a signature of another length"] = (attacker, visit, nonce) => [attacker.Sign(visit, nonce, Key(visit), null, null, _ => new byte[70])],
        ["with a member twice"] = (_, visit, nonce) => [Attacker.Seal("""{"alg":"ES256","alg":"none"}""", "{}", _ => new byte[64])],
        ["that is no JWT"] = (_, _, _) => ["proof"],
        ["longer than any proof"] = (attacker, visit, nonce) => [attacker.Prove(visit, nonce, claims: claims => claims["padding"] = new string('a', 16_000))],
        ["nested deeply"] = (attacker, visit, nonce) => [attacker.Prove(visit, nonce, claims: claims => claims["deep"] = Nested(40))],
        ["two of one key"] = (attacker, visit, nonce) => TwoOfOneKey(attacker, visit, nonce),
        ["two under different nonces"] = (attacker, visit, nonce) => [attacker.Prove(visit, nonce), attacker.Prove(visit, nonce + "A")],
        ["one good and one bad"] = (attacker, visit, nonce) => [attacker.Prove(visit, nonce), attacker.Prove(visit, nonce, claims: claims => claims.Remove("aud"))],
    };

    public static IEnumerable<TheoryDataRow<string>> Names => Attacks.Keys.Select(name => new TheoryDataRow<string>(name));

    [Theory, MemberData(nameof(Names))]
    [Oidf("VCIIssuerFailOnInvalidJwtProofSignature")]
    public async Task A_false_proof_is_refused_and_uses_nothing_up(string attack)
    {
        var town = shared.Town;
        var attacker = new Attacker(town);
        var visit = await attacker.EnterAsync(subject: attack);
        var nonce = await attacker.NonceAsync(visit);

        var refused = await attacker.RequestAsync(visit, Attacks[attack](attacker, visit, nonce));
        var honest = await attacker.RequestAsync(visit, attacker.Prove(visit, nonce));

        Assert.Equal((HttpStatusCode.BadRequest, IssuanceErrors.InvalidProof), (refused.Status, refused.Error));
        Assert.Matches("[(]OpenID4VCI 1.0 .*[)]$", refused.Description);
        Assert.Equal(HttpStatusCode.OK, honest.Status);
    }

    [Fact]
    public async Task A_proof_may_name_its_audience_in_an_array_of_one()
    {
        var town = shared.Town;
        var attacker = new Attacker(town);
        var visit = await attacker.EnterAsync(subject: nameof(A_proof_may_name_its_audience_in_an_array_of_one));

        var reply = await attacker.RequestAsync(visit, attacker.Prove(visit, await attacker.NonceAsync(visit), claims: claims => claims["aud"] = new JsonArray(visit.Issuer.Metadata.CredentialIssuer)));

        Assert.Equal(HttpStatusCode.OK, reply.Status);
    }

    [Fact]
    public async Task Unknown_members_of_a_proof_are_ignored()
    {
        var town = shared.Town;
        var attacker = new Attacker(town);
        var visit = await attacker.EnterAsync(subject: nameof(Unknown_members_of_a_proof_are_ignored));

        var reply = await attacker.RequestAsync(visit, attacker.Prove(visit, await attacker.NonceAsync(visit), header => header["note"] = "x", claims => claims["jti"] = "y"));

        Assert.Equal(HttpStatusCode.OK, reply.Status);
    }

    /// <summary>A key of which the attacker has only the public half.</summary>
    private static JsonWebKey Key(Visit visit) => SoftwareSigningKey.Create(new SeededRandomness(visit.Token.Length).Fill).PublicKey;

    private static string[] TwoOfOneKey(Attacker attacker, Visit visit, string nonce)
    {
        var key = SoftwareSigningKey.Create(new SeededRandomness(7).Fill);
        return [attacker.Prove(visit, nonce, key: key), attacker.Prove(visit, nonce, claims: claims => claims["iat"] = (long)claims["iat"]! - 1, key: key)];
    }

    private static JsonNode Nested(int depth) => depth == 0 ? JsonValue.Create(1) : new JsonArray(Nested(depth - 1));
}
