using System.Security.Cryptography.X509Certificates;
using Modellstadt.Issuer.Identities;
using Modellstadt.Kernel.Texts;

namespace Modellstadt.Issuer;

/// <summary>The roots of trust of the issuers on this server, for the wallet's configuration and for verifiers.</summary>
public sealed class IssuerAnchors
{
    private readonly HostedIssuers issuers;

    internal IssuerAnchors(HostedIssuers issuers) => this.issuers = issuers;

    /// <summary>The anchors of this moment: one for each issuer identity, and one more while keys below two roots are in use.</summary>
    public IReadOnlyList<IssuerAnchor> All =>
        [.. issuers.All.SelectMany(issuer => issuer.Keys.Roots, (issuer, root) => new IssuerAnchor(issuer.Identity.Slug, issuer.Id, issuer.Identity.Name, issuer.Identity.Demo, root))];
}

/// <summary>Whose credentials lead up to which root certificate.</summary>
/// <param name="Slug">The issuer identity.</param>
/// <param name="Issuer">The issuer's identifier: its address, the <c>iss</c> of its credentials.</param>
/// <param name="Name">What wallets show.</param>
/// <param name="Demo">True when its credentials prove nothing.</param>
/// <param name="Certificate">The root certificate, without private key.</param>
public sealed record IssuerAnchor(string Slug, string Issuer, LocalizedText Name, bool Demo, X509Certificate2 Certificate);
