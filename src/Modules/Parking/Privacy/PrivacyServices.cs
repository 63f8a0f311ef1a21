using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Kernel.Privacy;

namespace Modellstadt.Parking.Privacy;

/// <summary>What the module deletes by itself, and what a person may see of it.</summary>
internal static class PrivacyServices
{
    public static void AddPrivacy(this IServiceCollection services)
    {
        services.AddSingleton<IRetainedRecords, UnfinishedApplications>();
        services.AddSingleton<IRetainedRecords, EndedPermits>();
        services.AddSingleton<IRetainedRecords, RefusedDecisions>();
        services.AddSingleton<IRetainedRecords, CountedInspections>();
    }
}
