using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Parking.Changes.SignIn;

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
    }

    public static void MapChanges(this IEndpointRouteBuilder endpoints)
    {
        StartSignIn.Map(endpoints);
        AnswerSignIn.Map(endpoints);
        PollSignIn.Map(endpoints);
        EndSession.Map(endpoints);
        ReceiveMyPermit.Map(endpoints);
    }
}
