using Microsoft.Extensions.Options;
using Modellstadt.Issuer;
using Modellstadt.Kernel.Towns;

namespace Modellstadt.Wallets.Provider;

/// <summary>The issuers of this server believe the town as wallet provider, unless its operator says otherwise.</summary>
internal sealed class OwnProvider(ProviderKeys keys, IOptions<TownOptions> town, IOptions<WalletsOptions> options) : ITrustedWalletProviders
{
    private readonly Lazy<IReadOnlyList<TrustedWalletProvider>> providers = new(() => options.Value.IssuersBelieve ? [new TrustedWalletProvider($"Wallet {town.Value.Name}", keys.Root)] : []);

    public IReadOnlyList<TrustedWalletProvider> All => providers.Value;
}
