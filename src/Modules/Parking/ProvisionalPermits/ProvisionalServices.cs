using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Modellstadt.Parking.ProvisionalPermits;

/// <summary>What provisional permits need.</summary>
internal static class ProvisionalServices
{
    public static void AddProvisionalPermits(this IServiceCollection services)
    {
        services.AddSingleton<PrepareProvisional>();
        services.AddSingleton<StoreProvisional>();
        services.AddSingleton<DecideProvisional>();
        services.AddSingleton<SettleProvisional>();
        services.AddSingleton<StatedOffer>();
        services.AddSingleton<MakeStatement>();
        services.AddHostedService<ProvisionalRound>();
    }

    public static void MapProvisionalPermits(this IEndpointRouteBuilder endpoints) => MakeStatement.Map(endpoints);
}
