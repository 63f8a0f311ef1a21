// OpenID4VCI 1.0 App. B.2 (claims description), App. C (claims path pointer).
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.SdJwt;

namespace Modellstadt.Protocols.OpenId4Vc.Issuance;

/// <summary>A claim as the issuer's metadata describes it.</summary>
/// <param name="Path">Where it stands in the credential.</param>
/// <param name="Display">What people read.</param>
/// <param name="Mandatory">True when the issuer always includes it.</param>
public sealed record ClaimDescription(ClaimPath Path, IReadOnlyList<DisplayText> Display, bool Mandatory = false)
{
    /// <summary>The description as JSON.</summary>
    public JsonObject ToJson()
    {
        var json = new JsonObject { ["path"] = Path.ToJson() };
        if (Mandatory)
            json["mandatory"] = true;
        if (Display.Count > 0)
            json["display"] = DisplayText.ToJson(Display);
        return json;
    }

    /// <summary>Reads one description.</summary>
    public static Checked<ClaimDescription> Parse(JsonNode? node)
    {
        if (node is not JsonObject json || json["path"] is not JsonArray path)
            return new ProtocolError(ErrorCodes.Malformed, "OpenID4VCI 1.0 App. B.2", "A claims description has no path.");
        var mandatory = json["mandatory"] is JsonValue value && value.TryGetValue<bool>(out var flag) && flag;
        return ClaimPath.Parse(path).Then<ClaimDescription>(parsed => new ClaimDescription(parsed, DisplayText.Read(json["display"]), mandatory));
    }
}
