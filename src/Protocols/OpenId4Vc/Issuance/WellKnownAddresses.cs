// OpenID4VCI 1.0 §12.2.2; RFC 8414 §3.1; draft-ietf-oauth-sd-jwt-vc-19 §4: the well-known part stands between host and path.
namespace Modellstadt.Protocols.OpenId4Vc.Issuance;

/// <summary>Where an issuer's metadata lies.</summary>
public static class WellKnownAddresses
{
    /// <summary>Path of the credential issuer metadata.</summary>
    public const string CredentialIssuer = "/.well-known/openid-credential-issuer";

    /// <summary>Path of the authorization server metadata.</summary>
    public const string AuthorizationServer = "/.well-known/oauth-authorization-server";

    /// <summary>Path of the JWT VC issuer metadata.</summary>
    public const string JwtVcIssuer = "/.well-known/jwt-vc-issuer";

    /// <summary>The address of the metadata at <paramref name="wellKnown"/> for the identifier <paramref name="issuer"/>.</summary>
    public static Uri Of(string issuer, string wellKnown)
    {
        var uri = new Uri(issuer);
        return new Uri(uri.GetLeftPart(UriPartial.Authority) + wellKnown + uri.AbsolutePath.TrimEnd('/'));
    }
}
