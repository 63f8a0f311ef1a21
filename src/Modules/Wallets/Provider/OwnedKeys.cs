using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Towns;
using Modellstadt.Kernel.Tracing;
using Modellstadt.Protocols.OpenId4Vc.Issuance;

namespace Modellstadt.Wallets.Provider;

/// <summary>
/// Proofs that a wallet holds the keys it wants to have attested, made like those of OpenID4VCI 1.0, Appendix F.1: for this provider, and with
/// the wallet's own id as nonce, so that one wallet's proof is worth nothing to another.
/// </summary>
internal static class OwnedKeys
{
    /// <summary>The most keys that are attested at once.</summary>
    public const int Most = 50;

    /// <summary>The provider's identifier, the audience of proofs: the wallet's origin. All wallets carry it as <c>client_id</c> too.</summary>
    public static string Provider(TownOptions town) => town.WalletUrl.GetLeftPart(UriPartial.Authority);

    /// <summary>The keys that the proofs show.</summary>
    public static Outcome<ProvedKeys> Check(IReadOnlyList<string> proofs, TownOptions town, Guid wallet, DateTimeOffset now)
    {
        if (proofs.Count is 0 or > Most)
            return new KeyNotProved();
        if (KeyProofs.Check(proofs, new KeyProofRules(Provider(town), now)).TryGetValue(out var proved, out var error) && proved.Nonce == wallet.ToString("D"))
            return proved;
        Flows.Refused(IssuanceErrors.InvalidProof, error?.Clause ?? "OpenID4VCI 1.0 App. F.1", error?.Detail ?? "The nonce is not the id of the wallet.");
        return new KeyNotProved();
    }
}
