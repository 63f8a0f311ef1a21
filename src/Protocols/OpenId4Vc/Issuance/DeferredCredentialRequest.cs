// OpenID4VCI 1.0 §9.1 (deferred credential request), §9.3 (errors).
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Protocols.OpenId4Vc.Issuance;

/// <summary>A wallet's question whether copies that it asked for earlier are there.</summary>
/// <param name="TransactionId">What the issuer gave it.</param>
public sealed record DeferredCredentialRequest(string TransactionId)
{
    /// <summary>The most bytes of a request body.</summary>
    public const int MaxBytes = 8 * 1024;

    private const int MaxId = 512;
    private static readonly JsonLimits Limits = new(MaxBytes, MaxDepth: 6, MaxValues: 60);

    /// <summary>For whom the response is to be encrypted; this one counts, whatever was asked for at first (§9.1).</summary>
    public JweRecipient? ResponseRecipient { get; init; }

    /// <summary>Reads a request body.</summary>
    public static Checked<DeferredCredentialRequest> Parse(ReadOnlySpan<byte> utf8)
        => StrictJson.ParseObject(utf8, Limits).TryGetValue(out var json, out var error)
            ? Read(json)
            : error with { Code = IssuanceErrors.InvalidCredentialRequest, Clause = "OpenID4VCI 1.0 §9.1" };

    /// <summary>The request as JSON.</summary>
    public JsonObject ToJson()
    {
        var json = new JsonObject { ["transaction_id"] = TransactionId };
        if (ResponseRecipient is not null)
            json[CredentialResponseEncryption.Member] = CredentialResponseEncryption.ToJson(ResponseRecipient);
        return json;
    }

    private static Checked<DeferredCredentialRequest> Read(JsonObject json)
    {
        if (json.Text("transaction_id") is not { Length: > 0 and <= MaxId } id)
            return new ProtocolError(IssuanceErrors.InvalidCredentialRequest, "OpenID4VCI 1.0 §9.1", "transaction_id is missing or too long.");
        var request = new DeferredCredentialRequest(id);
        return json.TryGetPropertyValue(CredentialResponseEncryption.Member, out var encryption)
            ? CredentialResponseEncryption.ReadRecipient(encryption).Then<DeferredCredentialRequest>(recipient => request with { ResponseRecipient = recipient })
            : request;
    }
}
