// OpenID4VCI 1.0 §12.2.4 (key_attestations_required), App. D.2 (attack potential resistance).
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Protocols.OpenId4Vc.Issuance;

/// <summary>That an issuer wants to know where the holder's keys lie; without any values every attestation of a trusted provider does.</summary>
public sealed record KeyAttestationDemand
{
    /// <summary>Accepted `key_storage` values; empty: any.</summary>
    public IReadOnlyList<string> KeyStorage { get; init; } = [];

    /// <summary>Accepted `user_authentication` values; empty: any.</summary>
    public IReadOnlyList<string> UserAuthentication { get; init; } = [];

    /// <summary>The value of `key_attestations_required`.</summary>
    public JsonObject ToJson()
    {
        var json = new JsonObject();
        if (KeyStorage.Count > 0)
            json["key_storage"] = NameLists.ToJson(KeyStorage);
        if (UserAuthentication.Count > 0)
            json["user_authentication"] = NameLists.ToJson(UserAuthentication);
        return json;
    }

    /// <summary>Reads the value of `key_attestations_required`; null when it is absent or no object.</summary>
    public static KeyAttestationDemand? Read(JsonObject? proofType) => proofType?.Object("key_attestations_required") is { } json
        ? new KeyAttestationDemand { KeyStorage = NameLists.Read(json["key_storage"]), UserAuthentication = NameLists.Read(json["user_authentication"]) }
        : null;
}
