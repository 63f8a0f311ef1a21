using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Events;
using Modellstadt.Kernel.Privacy;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.VehicleUses;

/// <summary>What uses of other people's vehicles need.</summary>
internal static class UseServices
{
    public static void AddVehicleUses(this IServiceCollection services)
    {
        services.AddOfficeLink(UseAddresses.Office, new("Fahrzeuge anderer", "Vehicles of others"), 15);
        services.AddSingleton<IOutboxReceiver<ParkingDb>, UseWithdrawn>();
        services.AddSingleton<ReadUsedVehicles>();
        services.AddSingleton<ReadUses>();
        services.AddSingleton<SettleUse>();
        services.AddSingleton<AskForUse>();
        services.AddSingleton<StartConsent>();
        services.AddSingleton<AnswerConsent>();
        services.AddSingleton<IRetainedRecords, ForgetConsentQuestions>();
        services.AddSingleton<IRetainedRecords, EndedUses>();
        services.AddSingleton<IPersonalRecords, KeptUses>();
    }

    public static void MapVehicleUses(this IEndpointRouteBuilder endpoints)
    {
        AskForUse.Map(endpoints);
        StartConsent.Map(endpoints);
        AnswerConsent.Map(endpoints);
        PollConsent.Map(endpoints);
        AnswerUse.Map(endpoints);
    }
}
