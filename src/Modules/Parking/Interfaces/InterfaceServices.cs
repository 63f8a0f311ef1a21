using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Privacy;
using Modellstadt.Kernel.Web;
using Modellstadt.Parking.Interfaces.Apds;
using Modellstadt.Parking.Interfaces.Events;

namespace Modellstadt.Parking.Interfaces;

/// <summary>What programs of others need.</summary>
internal static class InterfaceServices
{
    public static void AddInterfaces(this IServiceCollection services)
    {
        services.AddOfficeLink(ClientsPage.Address, new("Programme", "Programs"), 85);
        foreach (var scope in InterfaceScopes.All)
            services.AddApiScope(scope);
        services.AddSingleton<ConductJournal>().AddSingleton<ClientConduct>().AddHostedService(provider => provider.GetRequiredService<ClientConduct>());
        services.AddEvents();
        services.AddSingleton<Pseudonyms>().AddSingleton<ServeApds>();
        services.AddSingleton<PickUpCases>();
        services.AddSingleton<IRetainedRecords, CountedQuestions>();
        services.AddSingleton<AnswerRights>().AddSingleton<EndPause>().AddSingleton<ListClientConduct>();
    }

    public static void MapInterfaces(this IEndpointRouteBuilder endpoints)
    {
        EndPause.Map(endpoints);
        endpoints.MapEvents();
        var rights = endpoints.MapGroup(InterfaceScopes.Path).WithTags("Rights");
        rights.MapPost("/rights/queries", AnswerRights.PostAsync).RequireScope(InterfaceScopes.ReadRights).LimitBody(32 * 1024)
            .WithName("QueryRights")
            .WithSummary("Ask whether plates may park")
            .WithDescription("Plate, place and time lead to yes, no or unknown. Nothing about persons is answered, and no plate is stored. Questions are limited per client; a client that seems to guess plates is paused (429 with Retry-After).")
            .Produces<RightAnswers>().ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity).ProducesProblem(StatusCodes.Status429TooManyRequests);
        var cases = endpoints.MapGroup($"{InterfaceScopes.Path}/cases").RequireScope(InterfaceScopes.TakeCases).WithTags("Cases");
        cases.MapGet("", PickUpCases.GetAsync).WithName("ListCases").WithSummary("Read the cases that wait").Produces<WaitingCases>();
        cases.MapDelete("/{id:guid}", PickUpCases.DeleteAsync).WithName("TakeCase").WithSummary("Delete a case that was taken over")
            .Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound);
        MapApds(endpoints.MapGroup($"{InterfaceScopes.Path}/apds").RequireScope(InterfaceScopes.ReadApds).WithTags("APDS"));
    }

    private static void MapApds(RouteGroupBuilder apds)
    {
        apds.MapGet("/places", ServeApds.GetPlaces).WithName("ListApdsPlaces").WithSummary("List the town, its zones and their streets (APDS Place, IdentifiedArea)");
        apds.MapGet("/rights/specs", ServeApds.GetSpecifications).WithName("ListApdsRightSpecifications").WithSummary("List what a permit gives in each zone (APDS RightSpecification)");
        apds.MapGet("/rights/assigned", ServeApds.GetAssignedAsync).WithName("ListApdsAssignedRights").WithSummary("List the rights that are held, without holders and plates (APDS AssignedRight)");
        apds.MapGet("/rates", ServeApds.GetRates).WithName("ListApdsRates").WithSummary("List what permits cost (APDS RateTable)");
    }
}
