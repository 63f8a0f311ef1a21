// OpenID4VP 1.0 §6.1.1 (trusted authorities query).
using System.Text.Json.Nodes;

namespace Modellstadt.Protocols.OpenId4Vc.Dcql;

/// <summary>A way to recognise accepted issuers (OpenID4VP 1.0 §6.1.1): spares a wallet from showing what would be rejected.</summary>
/// <param name="Type">How the values are meant: <see cref="AuthorityKeyIdentifier"/>, `etsi_tl` or `openid_federation`.</param>
/// <param name="Values">Identifiers of that kind; never empty.</param>
public sealed record TrustedAuthorityQuery(string Type, IReadOnlyList<string> Values)
{
    /// <summary>The values are key identifiers of the authority key identifiers of certificates, base64url (§6.1.1.1).</summary>
    public const string AuthorityKeyIdentifier = "aki";

    /// <summary>The entry as it stands in a request.</summary>
    public JsonObject ToJson() => new() { ["type"] = Type, ["values"] = new JsonArray([.. Values]) };
}
