// RFC 7515 (JWS) §3.1, §4.1, §5; RFC 7797 (b64, refused); RFC 8725 (JWT best current practices) §3.
using System.Text;
using System.Text.Json.Nodes;

namespace Modellstadt.Protocols.Credentials.Jose;

/// <summary>A JWS in compact serialisation whose payload is a JSON object: parsed, but trusted only after <see cref="Verify"/>.</summary>
public sealed class CompactJws
{
    private CompactJws(string text, JsonObject header, JsonObject payload, byte[] signature)
    {
        Text = text;
        Header = header;
        Payload = payload;
        Signature = signature;
    }

    /// <summary>The whole compact serialisation.</summary>
    public string Text { get; }

    /// <summary>The protected header.</summary>
    public JsonObject Header { get; }

    /// <summary>The payload.</summary>
    public JsonObject Payload { get; }

    /// <summary>The signature, 64 bytes for ES256.</summary>
    public IReadOnlyList<byte> Signature { get; }

    /// <summary>Signs <paramref name="payload"/>; `alg` comes from the key and replaces whatever the header says.</summary>
    public static string Sign(JsonObject header, JsonObject payload, SigningKey key)
    {
        var complete = new JsonObject { ["alg"] = key.Algorithm };
        foreach (var (name, value) in header.Where(member => member.Key != "alg"))
            complete[name] = value?.DeepClone();
        var input = $"{Base64Url.Encode(StrictJson.Write(complete))}.{Base64Url.Encode(StrictJson.Write(payload))}";
        return $"{input}.{Base64Url.Encode(key.Sign(Encoding.ASCII.GetBytes(input)))}";
    }

    /// <summary>Takes the text apart; nothing is trusted yet.</summary>
    /// <param name="text">header.payload.signature.</param>
    /// <param name="limits">Limits of header and payload; the text itself may have twice the bytes.</param>
    public static Checked<CompactJws> Parse(string text, JsonLimits? limits = null)
    {
        limits ??= JsonLimits.Default;
        if (text.Length > 2L * limits.MaxBytes)
            return new ProtocolError(ErrorCodes.TooLarge, "RFC 7515 §3.1", "The JWS is too long.");
        var parts = text.Split('.', 4);
        if (parts.Length != 3)
            return new ProtocolError(ErrorCodes.Malformed, "RFC 7515 §3.1", "A compact JWS has three parts.");
        if (!Decode(parts[0], limits).TryGetValue(out var header, out var error))
            return error;
        if (!Decode(parts[1], limits).TryGetValue(out var payload, out error))
            return error;
        if (!Base64Url.Decode(parts[2]).TryGetValue(out var signature, out error))
            return error;
        return new CompactJws(text, header, payload, signature);
    }

    /// <summary>Checks the header against <paramref name="rules"/> and the signature against <paramref name="key"/>.</summary>
    /// <returns>This JWS when it holds.</returns>
    public Checked<CompactJws> Verify(VerificationKey key, JwsRules rules)
    {
        if (CheckHeader(rules) is { } broken)
            return broken;
        var input = Encoding.ASCII.GetBytes(Text, 0, Text.LastIndexOf('.'));
        // RFC 7515 §5.2 (8)
        return key.Verify(input, (byte[])Signature)
            ? this
            : new ProtocolError(ErrorCodes.Signature, "RFC 7515 §5.2 (8)", "The signature does not verify.");
    }

    /// <summary>
    /// The first rule the header breaks, or null. <see cref="Verify"/> asks this first; callers that look for the key in the header ask it
    /// before.
    /// </summary>
    public ProtocolError? CheckHeader(JwsRules rules)
    {
        // RFC 8725 §3.1, RFC 7515 §4.1.1: "none" and MACs are simply not on the list.
        if (Header.Text("alg") != JoseAlgorithms.Es256)
            return new ProtocolError(ErrorCodes.Algorithm, "RFC 8725 §3.1", "Only ES256 is accepted.");
        // RFC 8725 §3.11
        if (rules.Types is not null && (Header.Text("typ") is not { } type || !rules.Types.Contains(type)))
            return new ProtocolError(ErrorCodes.Type, "RFC 8725 §3.11", $"typ is not {string.Join(" or ", rules.Types)}.");
        // RFC 7515 §4.1.11: no extension is understood here, hence any crit is a refusal; RFC 7797 §6 needs crit for b64.
        if (Header.ContainsKey("crit") || Header.ContainsKey("b64"))
            return Refuse("RFC 7515 §4.1.11, RFC 7797 §6", "Critical extensions are not understood.");
        // RFC 8725 §3.10: no keys from addresses the message names.
        if (Header.ContainsKey("jku") || Header.ContainsKey("x5u"))
            return Refuse("RFC 8725 §3.10", "jku and x5u are not accepted.");
        if (Header.ContainsKey("jwk") && !rules.KeyInHeader)
            return Refuse("RFC 7515 §4.1.3, RFC 8725 §3.10", "A key in the header is not accepted here.");
        if (Header.ContainsKey("x5c") && !rules.CertificatesInHeader)
            return Refuse("RFC 7515 §4.1.6, RFC 8725 §3.10", "Certificates in the header are not accepted here.");
        return Header.ContainsKey("kid") && Header.Text("kid") is null
            ? Refuse("RFC 7515 §4.1.4", "kid is not a string.")
            : null;
    }

    private static Checked<JsonObject> Decode(string part, JsonLimits limits)
        => Base64Url.Decode(part).Then(bytes => StrictJson.ParseObject(bytes, limits));

    private static ProtocolError Refuse(string clause, string detail) => new(ErrorCodes.Header, clause, detail);
}
