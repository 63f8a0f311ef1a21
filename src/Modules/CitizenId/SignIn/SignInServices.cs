using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Accounts;

namespace Modellstadt.CitizenId.SignIn;

/// <summary>What the sign-in with the citizen ID needs; it plugs into the door of Accounts.</summary>
internal static class SignInServices
{
    public static void AddSignIn(this IServiceCollection services)
    {
        services.AddCitizenDoor(SignInAddresses.Start, SignInTexts.Button);
        services.AddSingleton<StartSignIn>();
        services.AddSingleton<AnswerSignIn>();
        services.AddSingleton<ReadSignIn>();
        services.AddHostedService<ForgetSignIns>();
    }

    public static void MapSignIn(this IEndpointRouteBuilder endpoints)
    {
        StartSignIn.Map(endpoints);
        AnswerSignIn.Map(endpoints);
        PollSignIn.Map(endpoints);
    }
}
