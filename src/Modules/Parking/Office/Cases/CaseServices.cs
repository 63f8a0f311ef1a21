using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Modellstadt.Parking.Office.Cases;

/// <summary>What the work list and its cases need.</summary>
internal static class CaseServices
{
    public static void AddCases(this IServiceCollection services)
    {
        services.AddScoped<CaseClerk>();
        services.AddSingleton<ListCases>();
        services.AddSingleton<ReadCase>();
        services.AddSingleton<ChangeCase>();
        services.AddSingleton<ClaimCase>();
        services.AddSingleton<DecideCase>();
        services.AddSingleton<RefuseCase>();
        services.AddSingleton<AskCitizen>();
        services.AddSingleton<OpenPerson>();
        services.AddSingleton<ReplyToOffice>();
    }

    public static void MapCases(this IEndpointRouteBuilder endpoints)
    {
        ClaimCase.Map(endpoints);
        DecideCase.Map(endpoints);
        RefuseCase.Map(endpoints);
        AskCitizen.Map(endpoints);
        OpenPerson.Map(endpoints);
        ReplyToOffice.Map(endpoints);
    }
}
