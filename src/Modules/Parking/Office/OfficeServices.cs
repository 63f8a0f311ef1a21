using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Events;
using Modellstadt.Parking.Office.Cases;
using Modellstadt.Parking.Office.Revocations;
using Modellstadt.Parking.Office.Search;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Office;

/// <summary>What the clerk's pages need.</summary>
internal static class OfficeServices
{
    public static void AddOffice(this IServiceCollection services)
    {
        services.AddOfficeLink(CaseAddresses.List, new("Arbeitsliste", "Work list"), 10);
        services.AddOfficeLink("/office", new("Ausweise", "Permits"), 20);
        services.AddOfficeLink("/office/applications", new("Anträge", "Applications"), 30);
        services.AddScoped<ListPermits>();
        services.AddScoped<FindPermitsOfPerson>();
        services.AddScoped<ListApplications>();
        services.AddScoped<ReadPermitStory>();
        services.AddScoped<ReadApplicationStory>();
        services.AddCases();
        services.AddScoped<RevokePermit>();
        services.AddScoped<ProposeRevocation>();
        services.AddScoped<SettleRevocation>();
        services.AddScoped<SuspendPermit>();
        services.AddSingleton<IOutboxReceiver<ParkingDb>, CredentialsRevoked>();
        services.AddSingleton<IOutboxReceiver<ParkingDb>, CredentialsFollow>();
    }

    public static void MapOffice(this IEndpointRouteBuilder endpoints)
    {
        ProposeRevocation.Map(endpoints);
        SettleRevocation.Map(endpoints);
        SuspendPermit.Map(endpoints);
        endpoints.MapCases();
    }
}
