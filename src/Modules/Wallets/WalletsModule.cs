using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Modellstadt.Issuer;
using Modellstadt.Kernel.Events;
using Modellstadt.Kernel.Keys;
using Modellstadt.Kernel.Modules;
using Modellstadt.Kernel.Privacy;
using Modellstadt.Kernel.Storage;
using Modellstadt.Kernel.Towns;
using Modellstadt.Wallets.Emergencies;
using Modellstadt.Wallets.Holdings;
using Modellstadt.Wallets.Instances;
using Modellstadt.Wallets.Lists;
using Modellstadt.Wallets.Notices;
using Modellstadt.Wallets.Provider;
using Modellstadt.Wallets.Push;
using Modellstadt.Wallets.Relays;
using Modellstadt.Wallets.Storage;
using Modellstadt.Wallets.Web;

namespace Modellstadt.Wallets;

/// <summary>The town as wallet provider: what it does for the wallets of its citizens.</summary>
public sealed class WalletsModule : IModule
{
    /// <inheritdoc />
    public static string Name => "wallets";

    /// <inheritdoc />
    public static void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<WalletsOptions>().Bind(configuration.GetSection("Wallets")).ValidateDataAnnotations().ValidateOnStart();
        services.AddModuleDb<WalletsDb>(Name);
        services.AddGroupCommit<WalletsDb>();
        services.AddSingleton<Cleanup>().AddHostedService(provider => provider.GetRequiredService<Cleanup>());
        services.AddSingleton<IRetainedRecords, UnseenWallets>().AddSingleton<IRetainedRecords, UnusedWallets>();
        services.AddRateLimiter(limits => limits
            .AddPolicy<IPAddress, RegistrationLimit>(nameof(RegistrationLimit))
            .AddPolicy<IPAddress, CallLimit>(nameof(CallLimit))
            .AddPolicy<IPAddress, LocatorLimit>(nameof(LocatorLimit))
            .AddPolicy<IPAddress, LockLimit>(LockLimit.Name));
        services.AddSingleton<WalletDoor>().AddSingleton<RegisterWallet>();
        services.AddSingleton<FindList>();
        services.AddSingleton<KeepHoldings>().AddSingleton<IOutboxReceiver<WalletsDb>, EndHoldings>();
        services.AddSingleton<IIssuanceReceiver, HearOfIssuances>();
        services.AddSingleton<LockWallet>().AddSingleton<WriteNotices>();
        services.AddSingleton<PassOn>();
        services.AddSingleton<PushKeys>().AddSingleton<PushLine>().AddSingleton<SubscribeToPush>();
        services.AddSingleton<SendPushes>().AddHostedService(provider => provider.GetRequiredService<SendPushes>());
        services.AddSingleton<RemindOfEnds>().AddHostedService(provider => provider.GetRequiredService<RemindOfEnds>());
        services.AddWalletProviderKeys(OwnProvider.KeyName, provider => OwnProvider.NameOf(provider.GetRequiredService<IOptions<TownOptions>>().Value));
        services.AddSingleton<IRotatingKeys>(provider => provider.GetRequiredKeyedService<WalletProviderKeys>(OwnProvider.KeyName));
        services.AddSingleton<ITrustedWalletProviders, OwnProvider>();
        services.AddSingleton<AttestWallet>().AddSingleton<AttestKeys>();
    }

    /// <inheritdoc />
    public static void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
    }

    /// <inheritdoc />
    public static void MapWalletEndpoints(IEndpointRouteBuilder endpoints)
    {
        RegisterWallet.Map(endpoints);
        ChangeCode.Map(endpoints);
        KeepList.Map(endpoints);
        FindList.Map(endpoints);
        AttestWallet.Map(endpoints);
        AttestKeys.Map(endpoints);
        KeepHoldings.Map(endpoints);
        ListNotices.Map(endpoints);
        PassOn.Map(endpoints);
        SubscribeToPush.Map(endpoints);
    }
}
