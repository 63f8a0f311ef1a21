// RFC 9901 §4.3 (Key Binding JWT), §7.2 (processing by the holder).
using System.Collections.Frozen;
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Protocols.Credentials.SdJwt;

/// <summary>Chooses what to disclose and proves possession of the holder key.</summary>
public static class SdJwtHolder
{
    /// <summary>All claims of a credential the holder received: what could be disclosed.</summary>
    public static Checked<JsonObject> Read(ParsedSdJwt credential)
        => ProcessedPayload.Of(credential, FrozenSet<string>.Empty).Then<JsonObject>(payload => payload.Claims);

    /// <summary>
    /// The credential with only the Disclosures that show <paramref name="paths"/>: the claims, what they stand in and
    /// everything below them.
    /// Claims that are visible anyway may be named, too.
    /// </summary>
    /// <returns>`jwt~disclosure~…~`, or <see cref="ErrorCodes.UnknownClaim"/> when a path points at nothing.</returns>
    public static Checked<string> Select(ParsedSdJwt credential, IReadOnlyCollection<ClaimPath> paths)
    {
        if (!ProcessedPayload.Of(credential, FrozenSet<string>.Empty).TryGetValue(out var payload, out var error))
            return error;
        if (paths.FirstOrDefault(path => path.Select(payload.Claims).Count == 0) is { } unknown)
            return new ProtocolError(ErrorCodes.UnknownClaim, "RFC 9901 §7.2", $"The credential has no claim at {unknown}.");
        var shown = payload.Disclosures
            .Where(disclosure => paths.Any(path => path.Covers(disclosure.Place) || path.LeadsThrough(disclosure.Place)))
            .Select(disclosure => disclosure.Disclosure.Encoded);
        return string.Join('~', [credential.IssuerJwt.Text, .. shown, ""]);
    }

    /// <summary>Adds a Key Binding JWT to <paramref name="selection"/>.</summary>
    /// <param name="selection">A result of <see cref="Select"/>, ending with a tilde.</param>
    /// <param name="binding">For whom and when.</param>
    /// <param name="holderKey">The private half of `cnf.jwk`.</param>
    public static Checked<string> Bind(string selection, KeyBinding binding, SigningKey holderKey)
    {
        if (!ParsedSdJwt.Parse(selection).TryGetValue(out var sdJwt, out var error))
            return error;
        // RFC 9901 §4.3.1: the digest covers exactly the text before the Key Binding JWT.
        if (sdJwt.KeyBindingJwt is not null || sdJwt.DigestAlgorithm is not { } algorithm)
            return new ProtocolError(ErrorCodes.Malformed, "RFC 9901 §4.3.1", "The selection is bound already or its hash algorithm is unknown.");
        var payload = new JsonObject
        {
            ["iat"] = binding.IssuedAt.ToUnixTimeSeconds(),
            ["aud"] = binding.Audience,
            ["nonce"] = binding.Nonce,
            ["sd_hash"] = algorithm.Digest(selection),
        };
        foreach (var (name, value) in binding.Claims.Where(claim => !payload.ContainsKey(claim.Key)))
            payload[name] = value?.DeepClone();
        return selection + CompactJws.Sign(new JsonObject { ["typ"] = SdJwtNames.KeyBindingType }, payload, holderKey);
    }

    /// <summary><see cref="Select"/> and <see cref="Bind"/> in one step.</summary>
    public static Checked<string> Present(
        ParsedSdJwt credential, IReadOnlyCollection<ClaimPath> paths, KeyBinding binding, SigningKey holderKey)
        => Select(credential, paths).Then(selection => Bind(selection, binding, holderKey));
}
