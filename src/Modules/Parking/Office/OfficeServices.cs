using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Events;
using Modellstadt.Parking.Office.Cases;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Office;

/// <summary>What the clerk's pages need.</summary>
internal static class OfficeServices
{
    public static void AddOffice(this IServiceCollection services)
    {
        services.AddOfficeLink("/office", new("Ausweise", "Permits"), 20);
        services.AddOfficeLink("/office/applications", new("Anträge", "Applications"), 30);
        services.AddScoped<ListPermits>();
        services.AddScoped<ListApplications>();
        services.AddScoped<ReadPermitStory>();
        services.AddScoped<ReadApplicationStory>();
        services.AddCases();
        services.AddScoped<RevokePermit>();
        services.AddSingleton<IOutboxReceiver<ParkingDb>, CredentialsRevoked>();
    }

    public static void MapOffice(this IEndpointRouteBuilder endpoints)
    {
        RevokePermit.Map(endpoints);
        endpoints.MapCases();
    }
}
