// OpenID4VCI 1.0 §8.2 (credential request), §8.3.1.2 (errors), App. F (proof types).
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Protocols.OpenId4Vc.Issuance;

/// <summary>A wallet's request for copies of a credential, one for each proof.</summary>
/// <param name="Proofs">`proofs.jwt`, not yet checked.</param>
public sealed record CredentialRequest(IReadOnlyList<string> Proofs)
{
    /// <summary>The most bytes of a request body.</summary>
    public const int MaxBytes = 64 * 1024;

    private static readonly JsonLimits Limits = new(MaxBytes, MaxDepth: 8, MaxValues: 400);

    /// <summary>Which credential configuration; null when an identifier was sent.</summary>
    public string? ConfigurationId { get; init; }

    /// <summary>Which credential identifier of the token response; null when a configuration was sent.</summary>
    public string? CredentialIdentifier { get; init; }

    /// <summary>Reads a request body.</summary>
    /// <param name="utf8">The body; refused unread above <see cref="MaxBytes"/>.</param>
    /// <param name="maxProofs">`batch_size` of the issuer's metadata, 1 when it has none.</param>
    public static Checked<CredentialRequest> Parse(ReadOnlySpan<byte> utf8, int maxProofs)
        => StrictJson.ParseObject(utf8, Limits).TryGetValue(out var json, out var error)
            ? Read(json, maxProofs)
            : error with { Code = IssuanceErrors.InvalidCredentialRequest, Clause = "OpenID4VCI 1.0 §8.2" };

    /// <summary>The request as JSON.</summary>
    public JsonObject ToJson()
    {
        var json = new JsonObject();
        if (ConfigurationId is not null)
            json["credential_configuration_id"] = ConfigurationId;
        if (CredentialIdentifier is not null)
            json["credential_identifier"] = CredentialIdentifier;
        json["proofs"] = new JsonObject { ["jwt"] = new JsonArray([.. Proofs.Select(proof => JsonValue.Create(proof))]) };
        return json;
    }

    private static Checked<CredentialRequest> Read(JsonObject json, int maxProofs)
    {
        if (json.ContainsKey("credential_response_encryption"))
            return Refuse(IssuanceErrors.InvalidEncryptionParameters, "§8.3.1.2", "This issuer does not encrypt responses.");
        var configuration = json.Text("credential_configuration_id");
        var identifier = json.Text("credential_identifier");
        if (configuration is null == identifier is null)
            return Refuse(IssuanceErrors.InvalidCredentialRequest, "§8.2", "Exactly one of credential_configuration_id and credential_identifier is needed.");
        return ReadProofs(json, maxProofs).Then<CredentialRequest>(
            proofs => new CredentialRequest(proofs) { ConfigurationId = configuration, CredentialIdentifier = identifier });
    }

    private static Checked<string[]> ReadProofs(JsonObject json, int maxProofs)
    {
        if (!json.ContainsKey("proofs"))
            return Refuse(IssuanceErrors.InvalidProof, "§8.3.1.2", "proofs is missing.");
        // §8.2: proofs holds exactly one proof type with a non-empty array.
        if (json.Object("proofs") is not { Count: 1 } proofs || proofs["jwt"] is not JsonArray { Count: > 0 } sent)
            return Refuse(IssuanceErrors.InvalidProof, "§8.2, App. F.1", "proofs does not hold exactly one non-empty array of type jwt.");
        // §12.2.4: batch_size is the largest number of proofs.
        if (sent.Count > maxProofs)
            return Refuse(IssuanceErrors.InvalidCredentialRequest, "§12.2.4", $"There are more than {maxProofs} proofs.");
        var texts = new string[sent.Count];
        for (var i = 0; i < texts.Length; i++)
        {
            if (!sent[i].IsText(out var text))
                return Refuse(IssuanceErrors.InvalidProof, "App. F.1", "A proof is not a string.");
            texts[i] = text;
        }

        return texts;
    }

    private static ProtocolError Refuse(string code, string section, string detail) => new(code, $"OpenID4VCI 1.0 {section}", detail);
}
