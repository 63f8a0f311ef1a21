// OpenID4VCI 1.0 §8.2 (credential request), §8.3.1.2 (errors), App. F (proof types).
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Protocols.OpenId4Vc.Issuance;

/// <summary>A wallet's request for copies of a credential, one for each key that it proves.</summary>
/// <param name="Proofs">The array in `proofs`, not yet checked.</param>
public sealed record CredentialRequest(IReadOnlyList<string> Proofs)
{
    /// <summary>The most bytes of a request body.</summary>
    public const int MaxBytes = 64 * 1024;

    private static readonly JsonLimits Limits = new(MaxBytes, MaxDepth: 8, MaxValues: 400);

    /// <summary>The type of all proofs: <see cref="KeyProofs.ByJwt"/> or <see cref="KeyProofs.ByAttestation"/>.</summary>
    public string ProofType { get; init; } = KeyProofs.ByJwt;

    /// <summary>For whom the response is to be encrypted; null when the wallet asked for none (`credential_response_encryption`).</summary>
    public JweRecipient? ResponseRecipient { get; init; }

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
        json["proofs"] = new JsonObject { [ProofType] = NameLists.ToJson(Proofs) };
        if (ResponseRecipient is not null)
            json[CredentialResponseEncryption.Member] = CredentialResponseEncryption.ToJson(ResponseRecipient);
        return json;
    }

    private static Checked<CredentialRequest> Read(JsonObject json, int maxProofs)
    {
        var configuration = json.Text("credential_configuration_id");
        var identifier = json.Text("credential_identifier");
        if (configuration is null == identifier is null)
            return Refuse(IssuanceErrors.InvalidCredentialRequest, "§8.2", "Exactly one of credential_configuration_id and credential_identifier is needed.");
        return ReadProofs(json, maxProofs).Then(
            request => ReadRecipient(json, request with { ConfigurationId = configuration, CredentialIdentifier = identifier }));
    }

    private static Checked<CredentialRequest> ReadRecipient(JsonObject json, CredentialRequest request)
        => json.TryGetPropertyValue(CredentialResponseEncryption.Member, out var encryption)
            ? CredentialResponseEncryption.ReadRecipient(encryption).Then<CredentialRequest>(recipient => request with { ResponseRecipient = recipient })
            : request;

    private static Checked<CredentialRequest> ReadProofs(JsonObject json, int maxProofs)
    {
        if (!json.ContainsKey("proofs"))
            return Refuse(IssuanceErrors.InvalidProof, "§8.3.1.2", "proofs is missing.");
        // §8.2: proofs holds exactly one proof type with a non-empty array.
        if (json.Object("proofs") is not { Count: 1 } proofs || proofs.Single() is not { Value: JsonArray { Count: > 0 } sent } of)
            return Refuse(IssuanceErrors.InvalidProof, "§8.2", "proofs does not hold exactly one non-empty array.");
        if (of.Key is not (KeyProofs.ByJwt or KeyProofs.ByAttestation))
            return Refuse(IssuanceErrors.InvalidProof, "App. F", "This issuer reads proofs of the types jwt and attestation only.");
        // App. F: a key attestation names all keys itself, so there is exactly one.
        if (of.Key == KeyProofs.ByAttestation && sent.Count > 1)
            return Refuse(IssuanceErrors.InvalidProof, "App. F", "There is more than one proof of type attestation.");
        // §12.2.4: batch_size is the largest number of proofs.
        if (sent.Count > maxProofs)
            return Refuse(IssuanceErrors.InvalidCredentialRequest, "§12.2.4", $"There are more than {maxProofs} proofs.");
        var texts = new string[sent.Count];
        for (var i = 0; i < texts.Length; i++)
        {
            if (!sent[i].IsText(out var text))
                return Refuse(IssuanceErrors.InvalidProof, "App. F", "A proof is not a string.");
            texts[i] = text;
        }

        return new CredentialRequest(texts) { ProofType = of.Key };
    }

    private static ProtocolError Refuse(string code, string section, string detail) => new(code, $"OpenID4VCI 1.0 {section}", detail);
}
