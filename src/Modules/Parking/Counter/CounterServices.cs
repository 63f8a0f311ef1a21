using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Keys;
using Modellstadt.Parking.Counter.Slips;

namespace Modellstadt.Parking.Counter;

/// <summary>What the counter and its slips need.</summary>
internal static class CounterServices
{
    public static void AddCounter(this IServiceCollection services)
    {
        services.AddOfficeLink("/office/counter", new("Schalter", "Counter"), 12);
        services.AddSingleton<SlipKeys>();
        services.AddSingleton<IRotatingKeys>(provider => provider.GetRequiredService<SlipKeys>());
        services.AddSingleton<InspectCode>();
        services.AddSingleton<PrintSlip>();
        services.AddSingleton<FindPerson>();
        services.AddSingleton<ApplyAtCounter>();
        services.AddSingleton<ReadCounterApplication>();
    }

    public static void MapCounter(this IEndpointRouteBuilder endpoints)
    {
        ApplyAtCounter.Map(endpoints);
        PrintSlip.Map(endpoints);
        PublishSlipKeys.Map(endpoints);
    }
}
