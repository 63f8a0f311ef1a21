// OpenID4VP 1.0 §6.1.1 (trusted authorities query).
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;

namespace Modellstadt.Protocols.OpenId4Vc.Dcql;

/// <summary>A way to recognise accepted issuers (OpenID4VP 1.0 §6.1.1): spares a wallet from showing what would be rejected.</summary>
/// <param name="Type">How the values are meant: <see cref="AuthorityKeyIdentifier"/>, `etsi_tl` or `openid_federation`.</param>
/// <param name="Values">Identifiers of that kind; never empty.</param>
public sealed record TrustedAuthorityQuery(string Type, IReadOnlyList<string> Values)
{
    /// <summary>The values are key identifiers of the authority key identifiers of certificates, base64url (§6.1.1.1).</summary>
    public const string AuthorityKeyIdentifier = "aki";

    /// <summary>Recognises what chains below one of these roots have signed.</summary>
    /// <exception cref="ArgumentException">A root has no key identifier.</exception>
    public static TrustedAuthorityQuery Of(IEnumerable<X509Certificate2> roots) => new(
        AuthorityKeyIdentifier, [.. roots.Select(root => TrustedAuthorities.OwnKeyIdentifierOf(root) ?? throw new ArgumentException($"{root.Subject} has no key identifier.", nameof(roots)))]);

    /// <summary>The entry as it stands in a request.</summary>
    public JsonObject ToJson() => new() { ["type"] = Type, ["values"] = new JsonArray([.. Values]) };
}
