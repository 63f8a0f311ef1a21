using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Protocols.Credentials.Tests.Jose;

/// <summary>
/// Every example of RFC 7515, 7516, 7517, 7520, 7638 and 8037: what this library speaks verifies, everything else is refused, and with
/// which code. Most of them use algorithms, curves or forms that no profile of ours allows.
/// </summary>
public sealed class JoseVectorTests
{
    private static readonly DecryptionKey Recipient = DecryptionKey.Create(Keys.Random(12));

    private static readonly JwsRules Any = new(Types: null);

    /// <summary>Section and what becomes of its compact form; null: it verifies.</summary>
    private static readonly Dictionary<string, string?> Jws7515 = new()
    {
        ["A.1"] = ErrorCodes.Algorithm,
        ["A.2"] = ErrorCodes.Algorithm,
        ["A.3"] = null,
        ["A.4"] = ErrorCodes.Json,
        ["A.5"] = ErrorCodes.Algorithm,
    };

    [Fact]
    public void Of_RFC_7515_the_ES256_example_alone_verifies()
    {
        var examples = Examples("jose/rfc7515.json", "examples");
        Assert.Equal([.. Jws7515.Keys, "A.6", "A.7"], examples.Select(example => example.Text("id")));
        foreach (var example in examples.Where(example => example.ContainsKey("compact")))
        {
            var key = example.Text("id") == "A.3" ? Vectors.Verifier(example["key"]!) : Keys.Issuer.Verifier();
            Assert.Equal(Jws7515[example.Text("id")!], CompactJws.Parse(example.Text("compact")!).Then(jws => jws.Verify(key, Any)).Error?.Code);
        }
    }

    [Fact]
    public void The_JSON_forms_of_RFC_7515_and_7520_are_no_compact_form()
    {
        var forms = Examples("jose/rfc7515.json", "examples").Select(example => example["jws"])
            .Concat(Examples("jose/rfc7520.json", "jws").SelectMany(example => new[] { example["flattened"], example["general"] }))
            .OfType<JsonObject>().ToList();
        Assert.InRange(forms.Count, 15, 30);
        Assert.All(forms, form => Refusal.Is(ErrorCodes.Malformed, CompactJws.Parse(form.ToJsonString())));
    }

    [Fact]
    public void The_JWS_examples_of_RFC_7520_are_refused()
    {
        var compact = Examples("jose/rfc7520.json", "jws").Where(example => example.ContainsKey("compact")).ToList();
        Assert.Equal(["4.1", "4.2", "4.3", "4.4", "4.5"], compact.Select(example => example.Text("id")));
        // RSA, RSA-PSS, ECDSA on P-521 and HMAC over plain text, which is no JWT; one is detached.
        Assert.All(compact, example => Refusal.Is(ErrorCodes.Json, CompactJws.Parse(example.Text("compact")!)));
    }

    [Fact]
    public void The_JWE_examples_of_RFC_7516_and_7520_are_refused()
    {
        var compact = Examples("jose/rfc7516.json", "examples").Concat(Examples("jose/rfc7520.json", "jwe")).Where(example => example.ContainsKey("compact")).ToList();
        Assert.Equal(["A.1", "A.3", "5.1", "5.2", "5.3", "5.4", "5.5", "5.6", "5.7", "5.8", "5.9"], compact.Select(example => example.Text("id")));
        Assert.All(compact, example => Refusal.Is(ErrorCodes.Algorithm, CompactJwe.Decrypt(example.Text("compact")!, Recipient)));
    }

    [Fact]
    public void The_JSON_forms_of_JWE_are_no_compact_form()
    {
        var forms = Examples("jose/rfc7516.json", "examples").Select(example => example["jwe"])
            .Concat(Examples("jose/rfc7520.json", "jwe").SelectMany(example => new[] { example["flattened"], example["general"] }))
            .OfType<JsonObject>().ToList();
        Assert.InRange(forms.Count, 15, 30);
        // One of them happens to hold four dots.
        Assert.All(forms, form => Assert.Contains(CompactJwe.Decrypt(form.ToJsonString(), Recipient).Error?.Code, (string[])[ErrorCodes.Malformed, ErrorCodes.Base64Url]));
    }

    [Fact]
    public void Of_the_keys_of_RFC_7517_and_7520_the_public_ones_on_P_256_alone_are_read()
    {
        var file = Vectors.Read("jose/rfc7517.json");
        JsonObject[] keys =
        [
            .. new[] { "A.1_public_keys", "A.2_private_keys", "A.3_symmetric_keys" }.SelectMany(set => file[set]!["keys"]!.AsArray()).Select(key => key!.AsObject()),
            .. Vectors.Read("jose/rfc7520.json").Object("keys")!.Select(key => key.Value!.AsObject()),
        ];
        var read = keys.Where(key => JsonWebKey.Parse(key).Error is null).ToList();
        Assert.Equal("1", Assert.Single(read).Text("kid"));
        Assert.All(keys.Except(read), key => Refusal.Is(ErrorCodes.Key, JsonWebKey.Parse(key)));
    }

    [Fact]
    public void The_Ed25519_example_of_RFC_8037_is_refused()
    {
        var example = Vectors.Read("jose/rfc8037.json");
        Refusal.Is(ErrorCodes.Key, JsonWebKey.Parse(example.Object("public_key")!));
        Refusal.Is(ErrorCodes.Json, CompactJws.Parse(example.Text("compact")!));
    }

    private static List<JsonObject> Examples(string file, string list) => [.. Vectors.Read(file)[list]!.AsArray().Select(example => example!.AsObject())];
}
