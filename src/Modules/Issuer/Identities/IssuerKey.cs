using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.Trust;

namespace Modellstadt.Issuer.Identities;

/// <summary>What an issuer identity signs with.</summary>
/// <param name="Signing">Its key.</param>
/// <param name="Certificates">Its certificate and those that certify it, without the root.</param>
/// <param name="Root">The anchor.</param>
internal sealed record IssuerKey(SigningKey Signing, IReadOnlyList<X509Certificate2> Certificates, X509Certificate2 Root)
{
    /// <summary><see cref="Certificates"/> for headers in JSON.</summary>
    public JsonArray X5c { get; } = CertificateChains.ToX5c(Certificates);
}
