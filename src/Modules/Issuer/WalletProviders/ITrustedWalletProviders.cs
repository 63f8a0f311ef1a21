using System.Security.Cryptography.X509Certificates;

namespace Modellstadt.Issuer;

/// <summary>
/// A module's word on which wallet providers the town believes when they attest wallets and keys. Any number of modules may have
/// one; with none, and no anchors configured, nobody is believed.
/// </summary>
public interface ITrustedWalletProviders
{
    /// <summary>The providers of this moment; the same instances until something changes.</summary>
    IReadOnlyList<TrustedWalletProvider> All { get; }
}

/// <summary>A wallet provider the town believes.</summary>
/// <param name="Name">For people who run the town.</param>
/// <param name="Anchor">Its root certificate, which certifies nothing but attestations.</param>
public sealed record TrustedWalletProvider(string Name, X509Certificate2 Anchor);
