// OpenID4VP 1.0 §6.1.1 (trusted authorities query), §6.1.1.1 (aki); RFC 5280 §4.2.1.1 (authority key identifier), §4.2.1.2 (subject key identifier).
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.OpenId4Vc.Presentation;

namespace Modellstadt.Protocols.OpenId4Vc.Dcql;

/// <summary>
/// Whether a credential comes from one of the authorities a query names. Only key identifiers decide: trusted lists (`etsi_tl`) and
/// federations (`openid_federation`) would have to be fetched first, so a condition of these types, or of any other, fits no credential.
/// </summary>
public static class TrustedAuthorities
{
    private const int MaxCertificates = 8;

    /// <summary>Refuses with <see cref="PresentationErrors.QueryNotSatisfied"/> when no condition of <paramref name="query"/> fits; a query without conditions takes every chain.</summary>
    /// <param name="query">What is asked.</param>
    /// <param name="x5c">The certificates sent with the credential, base64; they need not be validated yet.</param>
    public static ProtocolError? Check(CredentialQuery query, JsonArray? x5c)
    {
        if (query.TrustedAuthorities.Count == 0)
            return null;
        var wanted = query.TrustedAuthorities
            .Where(authority => authority.Type == TrustedAuthorityQuery.AuthorityKeyIdentifier)
            .SelectMany(authority => authority.Values)
            .ToHashSet();
        return wanted.Count > 0 && (x5c ?? []).Take(MaxCertificates).Select(KeyIdentifierIn).OfType<string>().Any(wanted.Contains)
            ? null
            : new ProtocolError(PresentationErrors.QueryNotSatisfied, "OpenID4VP 1.0 §6.1.1", $"The credential for {query.Id} comes from none of the authorities that were asked for.");
    }

    /// <summary>The key identifier in the authority key identifier of a certificate as base64url, or null when it has none.</summary>
    public static string? KeyIdentifierOf(X509Certificate2 certificate)
    {
        var extension = certificate.Extensions.OfType<X509AuthorityKeyIdentifierExtension>().FirstOrDefault();
        return extension?.KeyIdentifier is { } identifier ? Base64Url.Encode(identifier.Span) : null;
    }

    /// <summary>The identifier of a certificate's own key (RFC 5280 §4.2.1.2), which the certificates below it name as their authority's; base64url, or null when it has none.</summary>
    public static string? OwnKeyIdentifierOf(X509Certificate2 certificate) =>
        certificate.Extensions.OfType<X509SubjectKeyIdentifierExtension>().FirstOrDefault() is { } extension ? Base64Url.Encode(extension.SubjectKeyIdentifierBytes.Span) : null;

    /// <summary>True when a query names the authority with this certificate itself, not only some key that certificates of a chain claim to be below.</summary>
    public static bool Names(CredentialQuery query, X509Certificate2 authority) => OwnKeyIdentifierOf(authority) is { } identifier
        && query.TrustedAuthorities.Any(wanted => wanted.Type == TrustedAuthorityQuery.AuthorityKeyIdentifier && wanted.Values.Contains(identifier));

    private static string? KeyIdentifierIn(JsonNode? entry)
    {
        if (!entry.IsText(out var text))
            return null;
        var der = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, der, out var length))
            return null;
        try
        {
            using var certificate = X509CertificateLoader.LoadCertificate(der.AsSpan(0, length));
            return KeyIdentifierOf(certificate);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
