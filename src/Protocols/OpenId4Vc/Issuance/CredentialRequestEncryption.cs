// OpenID4VCI 1.0 §10 (encrypted requests), §12.2.4 (credential_request_encryption); erratum: jwks is a JWK Set.
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Protocols.OpenId4Vc.Issuance;

/// <summary>How an issuer lets wallets encrypt their requests.</summary>
/// <param name="Keys">Its public keys for ECDH-ES on P-256, each with `kid` and `alg`; keys of other kinds are left out when read.</param>
/// <param name="Encryptions">Accepted `enc` values.</param>
/// <param name="Required">True when it reads no request in the clear.</param>
public sealed record CredentialRequestEncryption(IReadOnlyList<JsonWebKey> Keys, IReadOnlyList<string> Encryptions, bool Required)
{
    private const int MaxKeys = 20;

    /// <summary>The member of the metadata.</summary>
    public JsonObject ToJson() => new()
    {
        ["jwks"] = new JsonObject { ["keys"] = new JsonArray([.. Keys.Select(key => key.ToJson())]) },
        ["enc_values_supported"] = NameLists.ToJson(Encryptions),
        ["encryption_required"] = Required,
    };

    /// <summary>For whom a wallet encrypts: the first key it can use, with A256GCM where the issuer reads it; null when there is no such key.</summary>
    public JweRecipient? Choose()
        => Keys.Count > 0 && MessageEncryption.Choose(Encryptions) is { } encryption ? new JweRecipient(Keys[0], encryption) : null;

    /// <summary>Reads the member of the metadata.</summary>
    public static Checked<CredentialRequestEncryption> Parse(JsonObject json)
    {
        if (json.Object("jwks")?["keys"] is not JsonArray { Count: > 0 and <= MaxKeys } keys)
            return Refuse("jwks is not a JWK Set with keys.");
        var usable = new List<JsonWebKey>(keys.Count);
        var names = new HashSet<string>(keys.Count);
        foreach (var node in keys)
        {
            // §12.2.4: kid identifies the key uniquely.
            if (node is not JsonObject jwk || jwk.Text("kid") is not { Length: > 0 } name || !names.Add(name))
                return Refuse("A key has no kid, or two have the same.");
            // §10: alg must be present; a key of another kind is for other wallets.
            if (JsonWebKey.Parse(jwk).TryGetValue(out var key, out _) && key is { Algorithm: JoseAlgorithms.EcdhEs, Use: null or "enc" })
                usable.Add(key);
        }

        return NameLists.Read(json["enc_values_supported"]) is { Count: > 0 } encryptions && json.Flag("encryption_required") is { } required
            ? new CredentialRequestEncryption(usable, encryptions, required)
            : Refuse("enc_values_supported or encryption_required is missing.");
    }

    private static ProtocolError Refuse(string detail) => new(ErrorCodes.Malformed, "OpenID4VCI 1.0 §12.2.4 (credential_request_encryption)", detail);
}
