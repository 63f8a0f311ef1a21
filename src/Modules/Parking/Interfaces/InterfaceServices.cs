using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Web;

namespace Modellstadt.Parking.Interfaces;

/// <summary>What programs of others need.</summary>
internal static class InterfaceServices
{
    public static void AddInterfaces(this IServiceCollection services)
    {
        foreach (var scope in InterfaceScopes.All)
            services.AddApiScope(scope);
        services.AddSingleton<ConductJournal>().AddSingleton<ClientConduct>().AddHostedService(provider => provider.GetRequiredService<ClientConduct>());
        services.AddSingleton<AnswerRights>().AddSingleton<EndPause>().AddSingleton<ListClientConduct>();
    }

    public static void MapInterfaces(this IEndpointRouteBuilder endpoints)
    {
        EndPause.Map(endpoints);
        var rights = endpoints.MapGroup(InterfaceScopes.Path).WithTags("Rights");
        rights.MapPost("/rights/queries", AnswerRights.PostAsync).RequireScope(InterfaceScopes.ReadRights).LimitBody(32 * 1024)
            .WithName("QueryRights")
            .WithSummary("Ask whether plates may park")
            .WithDescription("Plate, place and time lead to yes, no or unknown. Nothing about persons is answered, and no plate is stored. Questions are limited per client; a client that seems to guess plates is paused (429 with Retry-After).")
            .Produces<RightAnswers>().ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity).ProducesProblem(StatusCodes.Status429TooManyRequests);
    }
}
