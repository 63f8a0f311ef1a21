using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;
using Modellstadt.Issuer;
using Modellstadt.Kernel.Texts;
using Modellstadt.Kernel.Towns;
using Modellstadt.Verifier;

namespace Modellstadt.App.WalletSite;

/// <summary>Whom the town's wallet believes: the issuers and verifiers of this installation.</summary>
internal sealed class WalletTrustAnchors(IssuerAnchors issuers, VerifierAnchor verifier, IOptions<TownOptions> town)
{
    public WalletTrust Read() => new(
        [.. issuers.All.Select(issuer => Party(issuer.Name, issuer.Certificate, issuer.Demo))],
        [Party(verifier.Name, verifier.Certificate, town.Value.Demo)]);

    private static TrustedParty Party(LocalizedText name, X509Certificate2 certificate, bool demo) => new(
        new Dictionary<string, string> { ["de"] = name.In(Language.German), ["en"] = name.In(Language.English) },
        Convert.ToBase64String(certificate.RawDataMemory.Span),
        demo);
}
