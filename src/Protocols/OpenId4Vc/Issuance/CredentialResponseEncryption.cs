// OpenID4VCI 1.0 §8.2 (credential_response_encryption of a request), §10, §12.2.4 (of the metadata).
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Protocols.OpenId4Vc.Issuance;

/// <summary>How an issuer encrypts its responses for wallets that ask for it.</summary>
/// <param name="Algorithms">Key agreements it knows (`alg`).</param>
/// <param name="Encryptions">Content encryptions it knows (`enc`).</param>
/// <param name="Required">True when it sends no credential in the clear.</param>
public sealed record CredentialResponseEncryption(IReadOnlyList<string> Algorithms, IReadOnlyList<string> Encryptions, bool Required)
{
    internal const string Member = "credential_response_encryption";

    /// <summary>The member of the metadata.</summary>
    public JsonObject ToJson() => new()
    {
        ["alg_values_supported"] = NameLists.ToJson(Algorithms),
        ["enc_values_supported"] = NameLists.ToJson(Encryptions),
        ["encryption_required"] = Required,
    };

    /// <summary>What a wallet asks for with its key, with A256GCM where the issuer knows it; null when the two have no encryption in common.</summary>
    public JweRecipient? Choose(JsonWebKey key)
        => Algorithms.Contains(JoseAlgorithms.EcdhEs) && MessageEncryption.Choose(Encryptions) is { } encryption
            ? new JweRecipient(key with { Algorithm = JoseAlgorithms.EcdhEs }, encryption)
            : null;

    /// <summary>Reads the member of the metadata.</summary>
    public static Checked<CredentialResponseEncryption> Parse(JsonObject json)
        => NameLists.Read(json["alg_values_supported"]) is { Count: > 0 } algorithms
            && NameLists.Read(json["enc_values_supported"]) is { Count: > 0 } encryptions
            && json.Flag("encryption_required") is { } required
            ? new CredentialResponseEncryption(algorithms, encryptions, required)
            : new ProtocolError(
                ErrorCodes.Malformed, "OpenID4VCI 1.0 §12.2.4 (credential_response_encryption)", "alg_values_supported, enc_values_supported or encryption_required is missing.");

    /// <summary>The member of a request.</summary>
    internal static JsonObject ToJson(JweRecipient recipient) => new()
    {
        ["jwk"] = recipient.Key.ToJson(),
        ["enc"] = recipient.Encryption,
    };

    /// <summary>Reads the member of a request: for whom the response is to be encrypted, or `invalid_encryption_parameters`.</summary>
    internal static Checked<JweRecipient> ReadRecipient(JsonNode? node)
    {
        if (node is not JsonObject json || json.Object("jwk") is not { } jwk)
            return Refuse("§8.2", "jwk is missing.");
        if (!JsonWebKey.Parse(jwk).TryGetValue(out var key, out var error))
            return Refuse($"§8.2, {error.Clause}", error.Detail);
        // §10: alg must be present.
        if (key.Algorithm != JoseAlgorithms.EcdhEs || key.Use is not (null or "enc"))
            return Refuse("§10", "The key is not one for encryption with ECDH-ES.");
        // §12.2.4: this issuer offers no zip_values_supported.
        if (json.ContainsKey("zip"))
            return Refuse("§8.2, §12.2.4", "This issuer does not compress.");
        return json.Text("enc") is JoseAlgorithms.A128Gcm or JoseAlgorithms.A256Gcm
            ? new JweRecipient(key, json.Text("enc")!)
            : Refuse("§8.2, §12.2.4", "enc is neither A128GCM nor A256GCM.");
    }

    private static ProtocolError Refuse(string section, string detail) => new(IssuanceErrors.InvalidEncryptionParameters, $"OpenID4VCI 1.0 {section}", detail);
}
