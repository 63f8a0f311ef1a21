using System.Security.Cryptography.X509Certificates;
using Modellstadt.Issuer.Identities;
using Modellstadt.Kernel.Texts;

namespace Modellstadt.Issuer;

/// <summary>The roots of trust of the issuers on this server, for the wallet's configuration and for verifiers.</summary>
public sealed class IssuerAnchors
{
    internal IssuerAnchors(HostedIssuers issuers) =>
        All = [.. issuers.All.Select(issuer => new IssuerAnchor(issuer.Identity.Slug, issuer.Id, issuer.Identity.Name, issuer.Identity.Demo, issuer.Key.Root))];

    /// <summary>One anchor for each issuer identity.</summary>
    public IReadOnlyList<IssuerAnchor> All { get; }
}

/// <summary>Whose credentials lead up to which root certificate.</summary>
/// <param name="Slug">The issuer identity.</param>
/// <param name="Issuer">The issuer's identifier: its address, the <c>iss</c> of its credentials.</param>
/// <param name="Name">What wallets show.</param>
/// <param name="Demo">True when its credentials prove nothing.</param>
/// <param name="Certificate">The root certificate, without private key.</param>
public sealed record IssuerAnchor(string Slug, string Issuer, LocalizedText Name, bool Demo, X509Certificate2 Certificate);
