// OpenID4VCI 1.0 §8.3 (credential response).
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Protocols.OpenId4Vc.Issuance;

/// <summary>The copies of a credential, issued at once.</summary>
/// <param name="Credentials">One text per copy.</param>
public sealed record CredentialResponse(IReadOnlyList<string> Credentials)
{
    private static readonly JsonLimits Limits = new(MaxBytes: 1024 * 1024, MaxDepth: 8, MaxValues: 1_000);

    /// <summary>Reads an answer of the credential endpoint.</summary>
    /// <param name="utf8">The body.</param>
    /// <param name="maxCredentials">The number of proofs sent: never more copies than proofs.</param>
    public static Checked<CredentialResponse> Parse(ReadOnlySpan<byte> utf8, int maxCredentials)
        => StrictJson.ParseObject(utf8, Limits).Then(json => Read(json, maxCredentials));

    /// <summary>The answer as JSON.</summary>
    public JsonObject ToJson() => new()
    {
        ["credentials"] = new JsonArray([.. Credentials.Select(credential => new JsonObject { ["credential"] = credential })]),
    };

    private static Checked<CredentialResponse> Read(JsonObject json, int maxCredentials)
    {
        if (json["credentials"] is not JsonArray { Count: > 0 } entries || entries.Count > maxCredentials)
            return Refuse("credentials is not an array with at most one entry for each proof.");
        var texts = new List<string>(entries.Count);
        foreach (var entry in entries)
        {
            if ((entry as JsonObject)?.Text("credential") is not { } text)
                return Refuse("A credential is not a string.");
            texts.Add(text);
        }

        return new CredentialResponse(texts);
    }

    private static ProtocolError Refuse(string detail) => new(ErrorCodes.Malformed, "OpenID4VCI 1.0 §8.3", detail);
}
