using System.Security.Cryptography.X509Certificates;
using Modellstadt.Kernel.Texts;

namespace Modellstadt.Verifier;

/// <summary>A door outward: whose credentials the town believes. Without an entry for a type, no credential of that type is accepted.</summary>
public interface ITrustedIssuers
{
    /// <summary>The issuers trusted for credentials of type <paramref name="vct"/>; empty when there are none. Asked for every presentation: answer from memory.</summary>
    IReadOnlyList<TrustedIssuer> For(string vct);
}

/// <summary>An issuer the town believes.</summary>
/// <param name="Name">The name to show.</param>
/// <param name="Anchor">The root certificate its credentials' chains must end in.</param>
public sealed record TrustedIssuer(LocalizedText Name, X509Certificate2 Anchor)
{
    /// <summary>
    /// Of an issuer of another installation: the origin of its server; null for an issuer of this one. Its credentials count only for
    /// questions that name it (`trusted_authorities`), and only while a status list that lies at this origin says that they are valid.
    /// </summary>
    public Uri? ElsewhereAt { get; init; }
}
