using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Modellstadt.Issuer;
using Modellstadt.Kernel.Keys;
using Modellstadt.Kernel.Modules;
using Modellstadt.Kernel.Towns;
using Modellstadt.TrustServices.WalletProvider;

namespace Modellstadt.TrustServices;

/// <summary>What others run in the real world and a demonstration must bring along: the DEMO wallet provider. Not there in a real town.</summary>
public sealed class TrustServicesModule : IModule
{
    /// <inheritdoc />
    public static string Name => "trust-services";

    /// <inheritdoc />
    public static void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<TrustServicesOptions>().Bind(configuration.GetSection("TrustServices")).ValidateDataAnnotations().ValidateOnStart();
        services.AddWalletProviderKeys(TrustInTheDemo.KeyName, provider => $"DEMO Wallet-Anbieter {provider.GetRequiredService<IOptions<TownOptions>>().Value.Name}");
        services.AddSingleton<ProviderNonces>().AddSingleton<AttestWallet>().AddSingleton<AttestKeys>();
        services.AddSingleton<ITrustedWalletProviders, TrustInTheDemo>().AddSingleton<IRotatingKeys, ProviderRotatingKeys>();
        services.AddCors();
        services.AddRateLimiter(limits => limits.AddPolicy<IPAddress, AttestationLimit>(nameof(AttestationLimit)));
    }

    /// <inheritdoc />
    public static void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        if (!endpoints.ServiceProvider.GetRequiredService<IOptions<TownOptions>>().Value.Demo)
            return;
        ProviderNonces.Map(endpoints);
        AttestWallet.Map(endpoints);
        AttestKeys.Map(endpoints);
    }
}
