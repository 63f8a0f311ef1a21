using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Registers;

namespace Modellstadt.Parking.RegisterEvents;

/// <summary>What follows from what registers tell.</summary>
internal static class RegisterEventServices
{
    public static void AddRegisterEvents(this IServiceCollection services)
    {
        services.AddSingleton<PrepareEvent>();
        services.AddSingleton<CarryOutRegisterEvent>();
        services.AddSingleton<DecideRegisterEvent>();
        services.AddSingleton<FollowRegisters>().AddSingleton<IRegisterChangeReceiver>(provider => provider.GetRequiredService<FollowRegisters>());
        services.AddHostedService<AskClerkAboutMoves>();
    }
}
