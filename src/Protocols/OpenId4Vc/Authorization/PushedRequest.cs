// RFC 9126 §2.2 (successful response), §4 (authorization request).
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.OpenId4Vc.Issuance;

namespace Modellstadt.Protocols.OpenId4Vc.Authorization;

/// <summary>The answer to a pushed authorization request.</summary>
/// <param name="RequestUri">What the browser takes to the authorization endpoint.</param>
/// <param name="ExpiresIn">How long it waits for the browser.</param>
public sealed record PushedRequest(string RequestUri, TimeSpan ExpiresIn)
{
    /// <summary>How every request_uri of a pushed request begins.</summary>
    public const string Prefix = "urn:ietf:params:oauth:request_uri:";

    /// <summary>Reads the answer of a PAR endpoint.</summary>
    public static Checked<PushedRequest> Parse(ReadOnlySpan<byte> utf8) => StrictJson.ParseObject(utf8).Then<PushedRequest>(
        json => json.Text("request_uri") is { Length: > 0 } uri && json.Integer("expires_in") is { } seconds and > 0 and <= int.MaxValue
            ? new PushedRequest(uri, TimeSpan.FromSeconds(seconds))
            : new ProtocolError(ErrorCodes.Malformed, "RFC 9126 §2.2", "request_uri or expires_in is missing."));

    /// <summary>The answer as JSON.</summary>
    public JsonObject ToJson() => new() { ["request_uri"] = RequestUri, ["expires_in"] = (long)ExpiresIn.TotalSeconds };

    /// <summary>Where the browser goes: the endpoint with request_uri and client_id, nothing else.</summary>
    public Uri AddressAt(Uri endpoint, string clientId)
        => new($"{endpoint.OriginalString}?{FormParameters.Write(("client_id", clientId), ("request_uri", RequestUri))}");
}
