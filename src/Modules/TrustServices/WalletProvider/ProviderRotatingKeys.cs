using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Modellstadt.Issuer;
using Modellstadt.Kernel.Keys;
using Modellstadt.Kernel.Towns;

namespace Modellstadt.TrustServices.WalletProvider;

/// <summary>The provider's key can be changed while it attests.</summary>
internal sealed class ProviderRotatingKeys([FromKeyedServices(TrustInTheDemo.KeyName)] WalletProviderKeys keys, IOptions<TownOptions> town) : IRotatingKeys
{
    public IReadOnlyList<RotatingKey> All => town.Value.Demo ? keys.All : [];
}
