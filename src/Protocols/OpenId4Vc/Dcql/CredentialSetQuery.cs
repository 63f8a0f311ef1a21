// OpenID4VP 1.0 §6.2 (credential set query).
using System.Text.Json.Nodes;

namespace Modellstadt.Protocols.OpenId4Vc.Dcql;

/// <summary>Alternatives one of which is enough (OpenID4VP 1.0 §6.2).</summary>
/// <param name="Options">Lists of credential query identifiers, the preferred one first.</param>
/// <param name="Required">False when the wallet may leave the whole set out.</param>
public sealed record CredentialSetQuery(IReadOnlyList<IReadOnlyList<string>> Options, bool Required = true)
{
    /// <summary>The set as it stands in a request.</summary>
    public JsonObject ToJson()
    {
        var json = new JsonObject { ["options"] = new JsonArray([.. Options.Select(option => new JsonArray([.. option]))]) };
        if (!Required)
            json["required"] = false;
        return json;
    }
}
