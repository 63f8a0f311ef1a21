using System.Text;
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials.Cbor;
using Modellstadt.Protocols.Credentials.Cose;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Protocols.Credentials.Tests.Cose;

/// <summary>
/// The published COSE messages. ES256 and HMAC 256/256 are spoken here; what is valid COSE in another algorithm or message type must be
/// refused as such, not as a wrong signature.
/// </summary>
public sealed class CoseVectorTests
{
    private const string ByPolicy = "by policy";
    private const string Accepted = "accepted";

    [Fact]
    public void Every_published_message_is_accepted_refused_or_refused_by_policy()
    {
        var outcomes = Files().Select(file => (File: file["file"]!.GetValue<string>(), Valid: file["expect"]!.GetValue<string>() == "accept"))
            .Select(file => (file.File, file.Valid, Outcome: Outcome(file.File))).ToList();
        Assert.Equal(52, outcomes.Count);
        Assert.All(outcomes, outcome => Assert.True(outcome.Valid || outcome.Outcome != Accepted, outcome.File));
        Assert.All(outcomes, outcome => Assert.True(!outcome.Valid || outcome.Outcome is Accepted or ByPolicy, $"{outcome.File}: {outcome.Outcome}"));
        Assert.Equal(11, outcomes.Count(outcome => outcome.Outcome == Accepted));
        // 15 in other signature algorithms, 4 in other MACs, 4 with alg outside the protected header, 5 COSE_Sign.
        Assert.Equal(28, outcomes.Count(outcome => outcome is { Outcome: ByPolicy, Valid: true }));
    }

    [Fact]
    public void What_is_signed_is_what_the_examples_sign()
    {
        foreach (var (file, json) in Messages("sign1-tests", "ecdsa-examples", "RFC8152", "CWT/A_3"))
        {
            if (Input(json)["sign0"] is not { } sign || !CoseSign1.Parse(Output(json)).TryGetValue(out var message, out _) || file.Contains("fail", StringComparison.Ordinal))
                continue;
            var external = Convert.FromHexString(sign["external"]?.GetValue<string>() ?? "");
            Assert.Equal(json["intermediates"]!["ToBeSign_hex"]!.GetValue<string>(), Convert.ToHexString(message.SignedBytes(Plaintext(json), external)), ignoreCase: true);
        }
    }

    [Fact]
    public void What_is_authenticated_is_what_the_examples_authenticate()
    {
        foreach (var (_, json) in Messages("mac0-tests/HMac", "mac0-tests/mac-pass", "hmac-examples"))
        {
            var message = CoseMac0.Parse(Output(json)).Expect();
            var external = Convert.FromHexString(Input(json)["mac0"]!["external"]?.GetValue<string>() ?? "");
            Assert.Equal(json["intermediates"]!["ToMac_hex"]!.GetValue<string>(), Convert.ToHexString(message.AuthenticatedBytes(Plaintext(json), external)), ignoreCase: true);
        }
    }

    private static string Outcome(string file)
    {
        var json = Vectors.Read($"cose/{file}");
        var verified = file.StartsWith("gluecose/", StringComparison.Ordinal) ? VerifyGluecose(json) : VerifyExample(json);
        return verified.Error switch
        {
            null => Accepted,
            { Code: ErrorCodes.Algorithm or ErrorCodes.Malformed } => ByPolicy,
            var error => error.Code,
        };
    }

    private static Checked<CoseContent> VerifyExample(JsonObject json)
    {
        var input = Input(json);
        if (input["mac0"] is { } mac)
        {
            var secret = mac["recipients"]![0]!["key"]!;
            var external = Convert.FromHexString(mac["external"]?.GetValue<string>() ?? "");
            return CoseMac0.Parse(Output(json)).Then(message => message.Verify(Key(secret, "k"), externalAad: external));
        }

        var sign = input["sign0"];
        var aad = Convert.FromHexString(sign?["external"]?.GetValue<string>() ?? "");
        // COSE_Sign with several signatures has no sign0 and no single key: parsing refuses it before a key is needed.
        using var key = VerificationKey.Import(sign?["key"] is { } jwk && jwk["crv"]?.GetValue<string>() == "P-256" ? PublicKey(jwk) : Keys.Stranger.PublicKey);
        return CoseSign1.Parse(Output(json)).Then(message => message.Verify(key, externalAad: aad));
    }

    private static Checked<CoseContent> VerifyGluecose(JsonObject json)
    {
        var test = (json["sign1::sign"] ?? json["sign1::verify"])!;
        var text = (test["expectedOutput"] ?? test["taggedCOSESign1"])!["cborHex"]!.GetValue<string>();
        var message = CoseSign1.Parse(StrictCbor.Parse(Convert.FromHexString(text)).Expect()).Expect();
        var external = Convert.FromHexString(test["external"]?.GetValue<string>() ?? "");
        if (test["tbsHex"]?["cborHex"]?.GetValue<string>() is { } signedBytes)
            Assert.Equal(signedBytes, Convert.ToHexString(message.SignedBytes(message.Payload!.Value.Span, external)), ignoreCase: true);
        using var key = VerificationKey.Import(json["key"]!["crv"]?.GetValue<string>() == "P-256" ? PublicKey(json["key"]!) : Keys.Stranger.PublicKey);
        return message.Verify(key, externalAad: external);
    }

    private static IEnumerable<JsonObject> Files() => Vectors.Read("cose/expected.json")["files"]!.AsArray().Select(file => file!.AsObject());

    private static IEnumerable<(string File, JsonObject Json)> Messages(params string[] folders) => Files()
        .Select(file => file["file"]!.GetValue<string>())
        .Where(file => Array.Exists(folders, folder => file.Contains(folder, StringComparison.Ordinal)))
        .Select(file => (file, Vectors.Read($"cose/{file}")));

    private static CborItem Output(JsonObject json) => StrictCbor.Parse(Convert.FromHexString(json["output"]!["cbor"]!.GetValue<string>())).Expect();

    private static JsonObject Input(JsonObject json) => json["input"]!.AsObject();

    private static byte[] Plaintext(JsonObject json) => Input(json)["plaintext_hex"] is { } hex
        ? Convert.FromHexString(hex.GetValue<string>())
        : Encoding.UTF8.GetBytes(Input(json)["plaintext"]!.GetValue<string>());

    private static JsonWebKey PublicKey(JsonNode jwk) => JsonWebKey.Parse(new JsonObject
    {
        ["kty"] = "EC",
        ["crv"] = "P-256",
        ["x"] = Base64Url.Encode(Key(jwk, "x")),
        ["y"] = Base64Url.Encode(Key(jwk, "y")),
    }).Expect();

    private static byte[] Key(JsonNode key, string name) => key[$"{name}_hex"] is { } hex
        ? Convert.FromHexString(hex.GetValue<string>())
        : Base64Url.Decode(key[name]!.GetValue<string>()).Expect();
}
