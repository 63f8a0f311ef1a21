// OpenID4VP 1.0 §6.1.1.
using System.Text.Json.Nodes;

namespace Modellstadt.Protocols.OpenId4Vc.Dcql;

/// <summary>A way to recognise accepted issuers (OpenID4VP 1.0 §6.1.1); a hint for the wallet, never a verifier's own check.</summary>
/// <param name="Type">How the values are meant: `aki`, `etsi_tl` or `openid_federation`.</param>
/// <param name="Values">Identifiers of that kind; never empty.</param>
public sealed record TrustedAuthorityQuery(string Type, IReadOnlyList<string> Values)
{
    /// <summary>The entry as it stands in a request.</summary>
    public JsonObject ToJson() => new() { ["type"] = Type, ["values"] = new JsonArray([.. Values]) };
}
