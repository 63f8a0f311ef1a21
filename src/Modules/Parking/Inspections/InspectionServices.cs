using Microsoft.Extensions.DependencyInjection;

namespace Modellstadt.Parking.Inspections;

/// <summary>What checks in the street need.</summary>
internal static class InspectionServices
{
    public static void AddInspections(this IServiceCollection services)
    {
        services.AddSingleton<PlateIndex>();
        services.AddHostedService<PlateIndexRefresh>();
        services.AddSingleton<InspectionCounts>();
        services.AddHostedService(provider => provider.GetRequiredService<InspectionCounts>());
        services.AddScoped<InspectPlate>();
    }
}
