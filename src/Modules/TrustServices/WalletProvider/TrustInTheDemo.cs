using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Modellstadt.Issuer;
using Modellstadt.Kernel.Towns;

namespace Modellstadt.TrustServices.WalletProvider;

/// <summary>A demo town believes the DEMO wallet provider; a real one believes those its operator names.</summary>
internal sealed class TrustInTheDemo([FromKeyedServices(TrustInTheDemo.KeyName)] WalletProviderKeys keys, IOptions<TownOptions> town) : ITrustedWalletProviders
{
    /// <summary>Name of the key that attests; under it its keys are registered.</summary>
    public const string KeyName = "demo-wallet-provider";

    private readonly Lazy<IReadOnlyList<TrustedWalletProvider>> providers = new(() => town.Value.Demo ? [new TrustedWalletProvider("DEMO", keys.Root)] : []);

    public IReadOnlyList<TrustedWalletProvider> All => providers.Value;
}
