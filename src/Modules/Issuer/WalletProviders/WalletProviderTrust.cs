using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;
using Modellstadt.Protocols.Credentials.Trust;
using Modellstadt.Protocols.OpenId4Vc.Attestation;

namespace Modellstadt.Issuer.WalletProviders;

/// <summary>Whose attestations of wallets and keys count: the configured anchors and those of the modules.</summary>
internal sealed class WalletProviderTrust(IEnumerable<ITrustedWalletProviders> modules, IOptions<IssuerOptions> options)
{
    private readonly List<X509Certificate2> configured = [.. options.Value.WalletProviderAnchors.SelectMany(file => CertifiedKey.CertificatesIn(File.ReadAllText(file)))];

    private AttestationTrust current = Trust([]);

    /// <summary>The trust of this moment; it remembers chains, so it is replaced only when an anchor comes or goes.</summary>
    public AttestationTrust Current
    {
        get
        {
            List<X509Certificate2> anchors = [.. configured, .. modules.SelectMany(module => module.All).Select(provider => provider.Anchor)];
            var known = current;
            return known.Anchors.SequenceEqual(anchors, ReferenceEqualityComparer.Instance) ? known : current = Trust(anchors);
        }
    }

    private static AttestationTrust Trust(List<X509Certificate2> anchors) => new(anchors) { AnchorsServeOnlyThisRole = true };
}
