using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Privacy;

namespace Modellstadt.Parking.Privacy;

/// <summary>What the module deletes by itself, and what a person may see of it.</summary>
internal static class PrivacyServices
{
    public static void AddPrivacy(this IServiceCollection services)
    {
        services.AddOfficeLink("/office/privacy", new("Datenschutz", "Data protection"), 90);
        services.AddSingleton<IRetainedRecords, UnfinishedApplications>();
        services.AddSingleton<IRetainedRecords, EndedPermits>();
        services.AddSingleton<IRetainedRecords, RefusedDecisions>();
        services.AddSingleton<IRetainedRecords, CountedInspections>();
        services.AddSingleton<IRetainedRecords, AnsweredCorrections>();
        services.AddSingleton<IPersonalRecords, KeptPermits>();
        services.AddSingleton<IPersonalRecords, KeptApplications>();
        services.AddSingleton<IPersonalRecords, KeptCorrections>();
        services.AddSingleton<PersonalCopy>();
        services.AddSingleton<MakePersonalCopy>();
        services.AddSingleton<ListCorrections>();
        services.AddSingleton<AskForCorrection>();
        services.AddSingleton<AnswerCorrection>();
    }

    public static void MapPrivacy(this IEndpointRouteBuilder endpoints)
    {
        MakePersonalCopy.Map(endpoints);
        AskForCorrection.Map(endpoints);
        AnswerCorrection.Map(endpoints);
    }
}
