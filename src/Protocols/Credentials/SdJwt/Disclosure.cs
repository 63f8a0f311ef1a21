// RFC 9901 §4.2.1 (object properties), §4.2.2 (array elements), §4.2.3 (digests), §7.1 (3.3.2.1).
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Protocols.Credentials.SdJwt;

/// <summary>A disclosed claim or array element as the issuer made it.</summary>
public sealed class Disclosure
{
    private Disclosure(string encoded, string? claimName, JsonNode? value)
    {
        Encoded = encoded;
        ClaimName = claimName;
        SignedValue = value;
    }

    /// <summary>The base64url text over which the digest is taken; never encoded anew.</summary>
    public string Encoded { get; }

    /// <summary>The claim's name, or null for an array element.</summary>
    public string? ClaimName { get; }

    /// <summary>A copy of the value; null is a value.</summary>
    public JsonNode? Value => SignedValue?.DeepClone();

    /// <summary>The value itself; not to be changed.</summary>
    internal JsonNode? SignedValue { get; }

    /// <summary>Reads one Disclosure.</summary>
    public static Checked<Disclosure> Parse(string encoded, JsonLimits? limits = null)
    {
        if (!Base64Url.Decode(encoded).Then(bytes => StrictJson.ParseArray(bytes, limits)).TryGetValue(out var parts, out var error))
            return error with { Code = ErrorCodes.Disclosure, Clause = "RFC 9901 §4.2.1" };
        if (parts.Count is not (2 or 3))
            return Refuse("A Disclosure has two or three elements.");
        if (!parts[0].IsText(out _))
            return Refuse("The salt is not a string.");
        if (parts.Count == 2)
            return new Disclosure(encoded, null, parts[1]);
        return parts[1].IsText(out var name) ? new Disclosure(encoded, name, parts[2]) : Refuse("The claim name is not a string.");
    }

    private static ProtocolError Refuse(string detail) => new(ErrorCodes.Disclosure, "RFC 9901 §7.1 (3.3.2.1), §4.2.1", detail);
}
