// Ours: the request parameter modellstadt_announced_offer. OpenID4VP 1.0 §5 lets wallets ignore parameters they do not know.
using System.Text.Json.Nodes;

namespace Modellstadt.Protocols.OpenId4Vc.Presentation;

/// <summary>
/// What will be issued for the answer, so that the wallet asks its holder once for both: our extension
/// `modellstadt_announced_offer`. Wallets heed it only when the issuer shares the origin of the response address.
/// </summary>
/// <param name="CredentialIssuer">Credential Issuer Identifier.</param>
/// <param name="ConfigurationIds">Credential configurations.</param>
public sealed record OfferAnnouncement(string CredentialIssuer, IReadOnlyList<string> ConfigurationIds)
{
    internal const string Member = "modellstadt_announced_offer";

    internal JsonObject ToJson() => new()
    {
        ["credential_issuer"] = CredentialIssuer,
        ["credential_configuration_ids"] = new JsonArray([.. ConfigurationIds]),
    };
}
