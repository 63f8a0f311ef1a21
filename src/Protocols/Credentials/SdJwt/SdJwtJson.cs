// RFC 9901 §8 (JWS JSON serialisation); RFC 7515 §7.2.1 (general), §7.2.2 (flattened).
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Protocols.Credentials.SdJwt;

/// <summary>An SD-JWT in JSON, taken apart; nothing in it is trusted yet.</summary>
/// <param name="SdJwt">What the first signature, the Disclosures and the key binding say, as if it had been sent in the compact form.</param>
/// <param name="FurtherSignatures">Other issuers' signatures over the same payload; the Disclosures belong to all of them.</param>
public sealed record SdJwtJson(ParsedSdJwt SdJwt, IReadOnlyList<CompactJws> FurtherSignatures)
{
    private const int MaxSignatures = 8;
    private const string Disclosures = "disclosures";
    private const string KeyBinding = "kb_jwt";

    /// <summary>Reads the flattened or the general form.</summary>
    public static Checked<SdJwtJson> Parse(ReadOnlySpan<byte> utf8, SdJwtLimits? limits = null)
    {
        limits ??= SdJwtLimits.Default;
        var json = new JsonLimits(limits.MaxLength, MaxDepth: 8, limits.MaxDisclosures + 100);
        return StrictJson.ParseObject(utf8, json).Then(Signatures).Then(signatures => Read(signatures, limits));
    }

    /// <summary>The flattened form.</summary>
    public static JsonObject Flatten(ParsedSdJwt sdJwt)
    {
        var parts = sdJwt.IssuerJwt.Text.Split('.');
        var header = new JsonObject { [Disclosures] = new JsonArray([.. sdJwt.Disclosures.Select(disclosure => JsonValue.Create(disclosure.Encoded))]) };
        if (sdJwt.KeyBindingJwt is not null)
            header[KeyBinding] = sdJwt.KeyBindingJwt.Text;
        return new JsonObject { ["header"] = header, ["payload"] = parts[1], ["protected"] = parts[0], ["signature"] = parts[2] };
    }

    /// <summary>Each signature as a flattened form of its own.</summary>
    private static Checked<List<JsonObject>> Signatures(JsonObject json)
    {
        if (json.Text("payload") is not { } payload)
            return Refuse("RFC 7515 §7.2", "payload is missing.");
        if (!json.ContainsKey("signatures"))
            return new List<JsonObject> { json };
        // RFC 7515 §7.2.1: what belongs to one signature stands with it only.
        if (json.ContainsKey("signature") || json.ContainsKey("protected") || json.ContainsKey("header"))
            return Refuse("RFC 7515 §7.2.1", "The general and the flattened form are mixed.");
        if (json["signatures"] is not JsonArray { Count: > 0 and <= MaxSignatures } signatures || signatures.Any(signature => signature is not JsonObject))
            return Refuse("RFC 7515 §7.2.1", $"signatures is not an array of 1 to {MaxSignatures} objects.");
        return signatures.Select(signature =>
        {
            var one = signature!.DeepClone().AsObject();
            one["payload"] = payload;
            return one;
        }).ToList();
    }

    private static Checked<SdJwtJson> Read(List<JsonObject> signatures, SdJwtLimits limits)
    {
        var first = signatures[0];
        if (signatures.FirstOrDefault(one => one.ContainsKey("header") && one.Object("header") is null) is not null)
            return Refuse("RFC 7515 §7.2", "header is not an object.");
        // RFC 9901 §8.3
        if (signatures.Skip(1).Any(one => one.Object("header") is { } header && (header.ContainsKey(Disclosures) || header.ContainsKey(KeyBinding))))
            return Refuse("RFC 9901 §8.3", "Disclosures or key binding stand with another signature than the first.");
        if (!Compact(first).TryGetValue(out var issuerJwt, out var error) || !Unprotected(first).TryGetValue(out var tail, out error))
            return error;
        if (!ParsedSdJwt.Parse(issuerJwt + tail, limits).TryGetValue(out var sdJwt, out error))
            return error;
        var further = new List<CompactJws>(signatures.Count - 1);
        foreach (var one in signatures.Skip(1))
        {
            if (!Compact(one).Then(text => CompactJws.Parse(text, limits.Json)).TryGetValue(out var jws, out error))
                return error;
            further.Add(jws);
        }

        return signatures.Zip([sdJwt.IssuerJwt, .. further]).All(pair => AreDisjoint(pair.First, pair.Second))
            ? new SdJwtJson(sdJwt, further)
            : Refuse("RFC 7515 §7.2.1", "A header parameter stands in the protected and in the unprotected header.");
    }

    private static Checked<string> Compact(JsonObject one)
        => one.Text("protected") is { } header && one.Text("signature") is { } signature
            ? $"{header}.{one.Text("payload")}.{signature}"
            : Refuse("RFC 7515 §7.2", "protected or signature is missing.");

    /// <summary>What follows the issuer-signed JWT in the compact form (§8.1).</summary>
    private static Checked<string> Unprotected(JsonObject one)
    {
        var header = one.Object("header") ?? [];
        var disclosures = header.ContainsKey(Disclosures) ? (header[Disclosures] as JsonArray)?.Select(entry => entry.IsText(out var text) ? text : null).ToList() : [];
        // A tilde would begin another part of the compact form.
        if (disclosures is null || disclosures.Any(text => text is null || text.Contains('~', StringComparison.Ordinal)))
            return Refuse("RFC 9901 §8.1", "disclosures is not an array of Disclosures.");
        if (!header.ContainsKey(KeyBinding))
            return string.Join('~', ["", .. disclosures, ""]);
        return header.Text(KeyBinding) is { Length: > 0 } binding && !binding.Contains('~', StringComparison.Ordinal)
            ? string.Join('~', ["", .. disclosures, binding])
            : Refuse("RFC 9901 §8.1", "kb_jwt is not a JWT.");
    }

    private static bool AreDisjoint(JsonObject one, CompactJws jws) => one.Object("header") is not { } header || !header.Any(parameter => jws.Header.ContainsKey(parameter.Key));

    private static ProtocolError Refuse(string clause, string detail) => new(ErrorCodes.Malformed, clause, detail);
}
