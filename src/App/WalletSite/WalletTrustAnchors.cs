using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;
using Modellstadt.CitizenId;
using Modellstadt.Issuer;
using Modellstadt.Kernel.Texts;
using Modellstadt.Kernel.Towns;
using Modellstadt.Verifier;

namespace Modellstadt.App.WalletSite;

/// <summary>Whom the town's wallet believes: the issuers and verifiers of this installation, the towns whose citizen IDs count here, and those that its operator names.</summary>
internal sealed class WalletTrustAnchors
{
    private readonly IssuerAnchors issuers;
    private readonly VerifierAnchor verifier;
    private readonly RegistrarAnchor registrar;
    private readonly bool demo;
    private readonly IReadOnlyList<TrustedParty> foreignIssuers;
    private readonly IReadOnlyList<TrustedParty> foreignVerifiers;
    private readonly IReadOnlyList<TrustedParty> foreignRegistrars;

    /// <summary>Reads the certificates that the operator names; a file that holds none stops the start. No towns: the module CitizenId is switched off.</summary>
    public WalletTrustAnchors(IssuerAnchors issuers, VerifierAnchor verifier, RegistrarAnchor registrar, IOptions<TownOptions> town, IOptions<WalletOptions> wallet, AcceptedTowns? towns = null)
    {
        (this.issuers, this.verifier, this.registrar, demo) = (issuers, verifier, registrar, town.Value.Demo);
        // A demonstration believes made-up levels, so cards that it takes of others may be made up.
        foreignIssuers = [.. (towns?.All ?? []).SelectMany(other => other.Roots, (other, root) => Party(other.IssuerName, root, demo)), .. wallet.Value.TrustedIssuers.Select(Read)];
        foreignVerifiers = [.. wallet.Value.TrustedVerifiers.Select(Read)];
        foreignRegistrars = [.. wallet.Value.TrustedRegistrars.Select(Read)];
    }

    public WalletTrust Read() => new(
        [.. issuers.All.Select(issuer => Party(issuer.Name, issuer.Certificate, issuer.Demo)), .. foreignIssuers],
        [Party(verifier.Name, verifier.Certificate, demo), .. foreignVerifiers],
        // Only a demonstration has a registrar of its own; others are named by the operator.
        [.. demo ? [Party(registrar.Name, registrar.Certificate, demo)] : Array.Empty<TrustedParty>(), .. foreignRegistrars]);

    private static TrustedParty Read(WalletOptions.ForeignRoot root)
    {
        try
        {
            using var certificate = X509CertificateLoader.LoadCertificateFromFile(root.Certificate);
            return Party(new LocalizedText(root.Name, root.Name), certificate, root.Demo);
        }
        catch (CryptographicException reason)
        {
            throw new InvalidOperationException($"The wallet shall trust \"{root.Name}\", but {root.Certificate} is no file with a certificate.", reason);
        }
    }

    private static TrustedParty Party(LocalizedText name, X509Certificate2 certificate, bool demo) => new(
        new Dictionary<string, string> { ["de"] = name.In(Language.German), ["en"] = name.In(Language.English) },
        Convert.ToBase64String(certificate.RawDataMemory.Span),
        demo);
}
