using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Kernel.Events;
using Modellstadt.Parking.Changes.Cards;
using Modellstadt.Parking.Changes.Deciding;
using Modellstadt.Parking.Changes.SignIn;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Changes;

/// <summary>What the life of a permit needs.</summary>
internal static class ChangeServices
{
    public static void AddChanges(this IServiceCollection services)
    {
        services.AddScoped<HolderSessions>();
        services.AddSingleton<StartSignIn>();
        services.AddSingleton<AnswerSignIn>();
        services.AddSingleton<ReadSignIn>();
        services.AddHostedService<ForgetSignIns>();

        services.AddSingleton<ReadMyPermit>();
        services.AddSingleton<ReceiveMyPermit>();

        services.AddSingleton<ReadChangeOptions>();
        services.AddSingleton<StartChange>();
        services.AddSingleton<ReadChange>();
        services.AddSingleton<DecideChange>();
        services.AddSingleton<CarryOutChange>();
        services.AddSingleton<ChangeNotices>();
        services.AddSingleton<RevokeOutdatedCards>();
        services.AddSingleton<IOutboxReceiver<ParkingDb>, CardsOutdated>();
    }

    public static void MapChanges(this IEndpointRouteBuilder endpoints)
    {
        StartSignIn.Map(endpoints);
        AnswerSignIn.Map(endpoints);
        PollSignIn.Map(endpoints);
        EndSession.Map(endpoints);
        ReceiveMyPermit.Map(endpoints);
        StartChange.Map(endpoints);
        PollChange.Map(endpoints);
    }
}
