using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Modellstadt.Issuer;
using Modellstadt.Kernel.Towns;

namespace Modellstadt.Wallets.Provider;

/// <summary>The issuers of this server believe the town as wallet provider, unless its operator says otherwise.</summary>
internal sealed class OwnProvider([FromKeyedServices(OwnProvider.KeyName)] WalletProviderKeys keys, IOptions<TownOptions> town, IOptions<WalletsOptions> options) : ITrustedWalletProviders
{
    /// <summary>Name of the key that attests; under it its keys are registered.</summary>
    public const string KeyName = "wallet-provider";

    private readonly Lazy<IReadOnlyList<TrustedWalletProvider>> providers = new(() => options.Value.IssuersBelieve ? [new TrustedWalletProvider($"Wallet {town.Value.Name}", keys.Root)] : []);

    public IReadOnlyList<TrustedWalletProvider> All => providers.Value;

    /// <summary>What the town's wallet is called, in a demo town marked so.</summary>
    public static string NameOf(TownOptions town) => $"{(town.Demo ? "DEMO " : "")}Wallet {town.Name}";
}
