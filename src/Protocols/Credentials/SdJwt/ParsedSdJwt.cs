// RFC 9901 §4 (compact serialisation), §4.3.1 (what sd_hash covers), §7.1 (1).
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Protocols.Credentials.SdJwt;

/// <summary>An SD-JWT, with or without key binding, taken apart; nothing in it is trusted yet.</summary>
public sealed class ParsedSdJwt
{
    private ParsedSdJwt(string bound, CompactJws issuerJwt, IReadOnlyList<Disclosure> disclosures, CompactJws? keyBindingJwt)
    {
        Bound = bound;
        IssuerJwt = issuerJwt;
        Disclosures = disclosures;
        KeyBindingJwt = keyBindingJwt;
    }

    /// <summary>The issuer-signed JWT and the Disclosures with the last tilde: what a key binding covers.</summary>
    public string Bound { get; }

    /// <summary>The issuer-signed JWT.</summary>
    public CompactJws IssuerJwt { get; }

    /// <summary>The Disclosures in the order sent.</summary>
    public IReadOnlyList<Disclosure> Disclosures { get; }

    /// <summary>The Key Binding JWT, or null.</summary>
    public CompactJws? KeyBindingJwt { get; }

    /// <summary>The digest algorithm, or null when `_sd_alg` names none this library knows.</summary>
    internal DigestAlgorithm? DigestAlgorithm => IssuerJwt.Payload.ContainsKey(SdJwtNames.HashAlgorithm)
        ? DigestAlgorithm.Find(IssuerJwt.Payload.Text(SdJwtNames.HashAlgorithm))
        : DigestAlgorithm.Sha256;

    /// <summary>Reads `jwt~disclosure~…~[kb-jwt]`.</summary>
    public static Checked<ParsedSdJwt> Parse(string text, SdJwtLimits? limits = null)
    {
        limits ??= SdJwtLimits.Default;
        if (text.Length > limits.MaxLength)
            return new ProtocolError(ErrorCodes.TooLarge, "RFC 9901 §4", $"The SD-JWT is longer than {limits.MaxLength} characters.");
        var lastTilde = text.LastIndexOf('~');
        if (lastTilde < 0)
            return new ProtocolError(ErrorCodes.Malformed, "RFC 9901 §4", "A JWT without a tilde is not an SD-JWT.");
        var parts = text[..lastTilde].Split('~', limits.MaxDisclosures + 2);
        if (parts.Length > limits.MaxDisclosures + 1)
            return new ProtocolError(ErrorCodes.TooLarge, "RFC 9901 §4", $"There are more than {limits.MaxDisclosures} Disclosures.");
        if (!CompactJws.Parse(parts[0], limits.Json).TryGetValue(out var issuerJwt, out var error))
            return error;
        if (!ParseDisclosures(parts.AsSpan(1), limits.Json).TryGetValue(out var disclosures, out error))
            return error;
        if (lastTilde == text.Length - 1)
            return new ParsedSdJwt(text, issuerJwt, disclosures, null);
        return CompactJws.Parse(text[(lastTilde + 1)..], limits.Json)
            .Then<ParsedSdJwt>(keyBinding => new ParsedSdJwt(text[..(lastTilde + 1)], issuerJwt, disclosures, keyBinding));
    }

    private static Checked<List<Disclosure>> ParseDisclosures(ReadOnlySpan<string> parts, JsonLimits limits)
    {
        var disclosures = new List<Disclosure>(parts.Length);
        var seen = new HashSet<string>(parts.Length);
        foreach (var part in parts)
        {
            // RFC 9901 §7.1 is silent on a Disclosure sent twice; nobody honest sends it, so it is refused.
            if (!seen.Add(part))
                return new ProtocolError(ErrorCodes.Disclosure, "RFC 9901 §7.1 (5)", "A Disclosure was sent twice.");
            if (!Disclosure.Parse(part, limits).TryGetValue(out var disclosure, out var error))
                return error;
            disclosures.Add(disclosure);
        }

        return disclosures;
    }
}
