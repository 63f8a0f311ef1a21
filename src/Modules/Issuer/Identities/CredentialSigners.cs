using System.Security.Cryptography.X509Certificates;
using Modellstadt.Issuer.Identities;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.SdJwt;

namespace Modellstadt.Issuer;

/// <summary>What a device without a network must know to check credentials of an issuer on this server: its keys, not who vouches for them.</summary>
public sealed class CredentialSigners
{
    private readonly HostedIssuers issuers;

    internal CredentialSigners(HostedIssuers issuers) => this.issuers = issuers;

    /// <summary>All keys of an issuer whose signatures count, newest first; none when there is no such issuer.</summary>
    /// <param name="slug">The issuer identity.</param>
    public IReadOnlyList<CredentialSigner> Of(string slug) => [.. issuers.Find(slug)?.Keys.Accepted.Select(Of) ?? []];

    private static CredentialSigner Of(IssuerKey key) => new(
        SdJwtTemplate.HeaderOf(new SdJwtContents([]) { X5c = key.X5c }, key.Signing), key.Signing.PublicKey, ValidUntil(key.Certificates[0]));

    private static DateTimeOffset ValidUntil(X509Certificate2 certificate) => new(certificate.NotAfter.ToUniversalTime(), TimeSpan.Zero);
}

/// <summary>A key that signs credentials.</summary>
/// <param name="Header">The protected header of its SD-JWT credentials (RFC 7515), base64url.</param>
/// <param name="Key">The public key.</param>
/// <param name="Until">When its certificate ends.</param>
public sealed record CredentialSigner(string Header, JsonWebKey Key, DateTimeOffset Until);
