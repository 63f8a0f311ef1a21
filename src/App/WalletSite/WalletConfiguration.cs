using Modellstadt.Issuer;
using Modellstadt.Kernel.Towns;

namespace Modellstadt.App.WalletSite;

/// <summary><c>/config.json</c>: what the wallet has to know about the town before it talks to it.</summary>
/// <param name="Town">Which town this wallet belongs to.</param>
/// <param name="Demo">True when everything is made up.</param>
/// <param name="InsecureHttpAllowed">True when addresses without TLS are in use (demo on one machine).</param>
/// <param name="Trust">Whom the wallet believes.</param>
internal sealed record WalletConfiguration(WalletTown Town, bool Demo, bool InsecureHttpAllowed, WalletTrust Trust)
{
    public static WalletConfiguration Of(TownOptions town, WalletTrust trust) => new(
        new WalletTown(town.Ags, town.Name, town.At(""), IssuerIdentity.IdOf(town, IssuerIdentity.TownSlug)),
        town.Demo,
        InsecureHttpAllowed: town.Demo && town.PublicUrl.Scheme == Uri.UriSchemeHttp,
        trust);
}

/// <summary>The town of this wallet; <paramref name="Issuer"/> is its Credential Issuer Identifier.</summary>
internal sealed record WalletTown(string Ags, string Name, string Portal, string Issuer);

/// <summary>Root certificates of issuers, of verifiers, and of the registrars of verifiers.</summary>
internal sealed record WalletTrust(IReadOnlyList<TrustedParty> Issuers, IReadOnlyList<TrustedParty> Verifiers, IReadOnlyList<TrustedParty> Registrars);

/// <summary>One root: its name for people, its certificate (base64 DER), and whether it is made up.</summary>
internal sealed record TrustedParty(Dictionary<string, string> Name, string Certificate, bool Demo);
