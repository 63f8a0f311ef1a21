using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Kernel.Modules;
using Modellstadt.Kernel.Storage;
using Modellstadt.Parking.Changes;
using Modellstadt.Parking.Counter;
using Modellstadt.Parking.Fees;
using Modellstadt.Parking.Inspections;
using Modellstadt.Parking.Interfaces;
using Modellstadt.Parking.Letters;
using Modellstadt.Parking.Lists;
using Modellstadt.Parking.Office;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Privacy;
using Modellstadt.Parking.ProvisionalPermits;
using Modellstadt.Parking.RegisterEvents;
using Modellstadt.Parking.Rules;
using Modellstadt.Parking.Storage;
using Modellstadt.Parking.VehicleUses;
using Modellstadt.Parking.Visitors;

namespace Modellstadt.Parking;

/// <summary>Resident parking: zones, fees, permits, checks in the street.</summary>
public sealed class ParkingModule : IModule
{
    /// <inheritdoc />
    public static string Name => "parking";

    /// <inheritdoc />
    public static void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ParkingOptions>().Bind(configuration.GetSection("Parking")).ValidateDataAnnotations().ValidateOnStart();
        services.AddModuleDb<ParkingDb>(Name);
        services.AddRules();
        services.AddPermits();
        services.AddProvisionalPermits();
        services.AddFees();
        services.AddLetters(configuration);
        services.AddPrivacy();
        services.AddVehicleUses();
        services.AddLists();
        services.AddRegisterEvents();
        services.AddChanges();
        services.AddInspections();
        services.AddOffice();
        services.AddCounter();
        services.AddInterfaces();
        services.AddVisitors();
    }

    /// <inheritdoc />
    public static void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPermits();
        endpoints.MapProvisionalPermits();
        endpoints.MapFees();
        endpoints.MapLetters();
        endpoints.MapChanges();
        endpoints.MapPrivacy();
        endpoints.MapVehicleUses();
        endpoints.MapLists();
        endpoints.MapInspections();
        endpoints.MapOffice();
        endpoints.MapCounter();
        endpoints.MapRules();
        endpoints.MapInterfaces();
        endpoints.MapVisitors();
    }
}
