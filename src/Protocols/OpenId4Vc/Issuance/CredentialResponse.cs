// OpenID4VCI 1.0 §8.3 (credential response), §9.2 (deferred credential response).
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Protocols.OpenId4Vc.Issuance;

/// <summary>What an issuer answers to a request for copies: the copies, or when to ask again.</summary>
/// <param name="Credentials">One text per copy; empty when the issuance is deferred.</param>
public sealed record CredentialResponse(IReadOnlyList<string> Credentials)
{
    private static readonly JsonLimits Limits = new(MaxBytes: 1024 * 1024, MaxDepth: 8, MaxValues: 1_000);

    /// <summary>By it the wallet says what became of the copies; null when the issuer does not want to know.</summary>
    public string? NotificationId { get; init; }

    /// <summary>How the copies are obtained later; null when they are here.</summary>
    public DeferredIssuance? Deferred { get; init; }

    /// <summary>An answer without copies: they come later.</summary>
    public static CredentialResponse Later(DeferredIssuance deferred) => new([]) { Deferred = deferred };

    /// <summary>Reads an answer of the credential or the deferred credential endpoint.</summary>
    /// <param name="utf8">The body, decrypted.</param>
    /// <param name="maxCredentials">The number of keys proved: never more copies than keys.</param>
    public static Checked<CredentialResponse> Parse(ReadOnlySpan<byte> utf8, int maxCredentials)
        => StrictJson.ParseObject(utf8, Limits).Then(json => Read(json, maxCredentials));

    /// <summary>The answer as JSON.</summary>
    public JsonObject ToJson()
    {
        if (Deferred is not null)
            return new JsonObject { ["transaction_id"] = Deferred.TransactionId, ["interval"] = (long)Deferred.Interval.TotalSeconds };
        var json = new JsonObject
        {
            ["credentials"] = new JsonArray([.. Credentials.Select(credential => new JsonObject { ["credential"] = credential })]),
        };
        if (NotificationId is not null)
            json["notification_id"] = NotificationId;
        return json;
    }

    private static Checked<CredentialResponse> Read(JsonObject json, int maxCredentials)
    {
        if (json.ContainsKey("transaction_id"))
            return ReadDeferred(json);
        if (json["credentials"] is not JsonArray { Count: > 0 } entries || entries.Count > maxCredentials)
            return Refuse("credentials is not an array with at most one entry for each key.");
        // §8.3: interval belongs to a deferred answer.
        if (json.ContainsKey("interval") || (json.ContainsKey("notification_id") && json.Text("notification_id") is not { Length: > 0 }))
            return Refuse("interval stands beside credentials, or notification_id is not a string.");
        var texts = new List<string>(entries.Count);
        foreach (var entry in entries)
        {
            if ((entry as JsonObject)?.Text("credential") is not { } text)
                return Refuse("A credential is not a string.");
            texts.Add(text);
        }

        return new CredentialResponse(texts) { NotificationId = json.Text("notification_id") };
    }

    private static Checked<CredentialResponse> ReadDeferred(JsonObject json)
    {
        if (json.ContainsKey("credentials") || json.ContainsKey("notification_id"))
            return Refuse("transaction_id stands beside credentials or notification_id.");
        return json.Text("transaction_id") is { Length: > 0 } id && json.Integer("interval") is > 0 and <= int.MaxValue and var seconds
            ? Later(new DeferredIssuance(id, TimeSpan.FromSeconds(seconds)))
            : Refuse("transaction_id is not a string or interval not a positive number.");
    }

    private static ProtocolError Refuse(string detail) => new(ErrorCodes.Malformed, "OpenID4VCI 1.0 §8.3", detail);
}

/// <summary>An issuance that the issuer has not finished.</summary>
/// <param name="TransactionId">By it the wallet asks again.</param>
/// <param name="Interval">How long it waits before, at least.</param>
public sealed record DeferredIssuance(string TransactionId, TimeSpan Interval);
