using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Accounts;
using Modellstadt.Parking.Inspections.Cases;
using Modellstadt.Parking.Inspections.Limits;
using Modellstadt.Parking.Inspections.OfflineSets;
using Modellstadt.Parking.Inspections.ScanCars;
using Modellstadt.Parking.Inspections.Shifts;

namespace Modellstadt.Parking.Inspections;

/// <summary>What checks in the street need.</summary>
internal static class InspectionServices
{
    public static void AddInspections(this IServiceCollection services)
    {
        services.AddOptions<InspectionOptions>().BindConfiguration("Parking:Inspections").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<PlateIndex>();
        services.AddSingleton<KnownRights>();
        services.AddHostedService<PlateIndexRefresh>();
        services.AddSingleton<InspectionCounts>();
        services.AddHostedService(provider => provider.GetRequiredService<InspectionCounts>());
        services.AddSingleton<AskedPlates>();
        services.AddSingleton<InspectionGate>();
        services.AddScoped<InspectPlate>();
        services.AddScoped<ReadWardenCounts>();
        services.AddSingleton<OpenShifts>();
        services.AddScoped<StartShift>();
        services.AddScoped<EndShift>();
        services.AddSingleton<OfflineSetKeys>();
        services.AddScoped<SendOfflineSet>();
        services.AddCases();
        services.AddScanCars();
    }

    public static void MapInspections(this IEndpointRouteBuilder endpoints)
    {
        InspectionEndpoints.Map(endpoints);
        WardenAppFiles.Map(endpoints);
        StartShift.Map(endpoints);
        EndShift.Map(endpoints);
        SendOfflineSet.Map(endpoints);
        HandOverCase.Map(endpoints);
        TakeCases.Map(endpoints);
        CheckBatch.Map(endpoints);
    }

    private static void AddCases(this IServiceCollection services)
    {
        services.AddOfficeLink("/office/street-cases", new("Straße", "Street"), 60);
        services.AddSingleton<CaseStamp>();
        services.AddScoped<HandOverCase>();
        services.AddScoped<TakeCases>();
        services.AddHostedService<ForgetCases>();
    }

    private static void AddScanCars(this IServiceCollection services)
    {
        services.AddOptions<ScanCarOptions>().BindConfiguration("Parking:ScanCar").ValidateDataAnnotations().ValidateOnStart();
        services.AddApiScope(CheckBatch.Scope);
        services.AddSingleton<CheckBatch>();
    }
}
