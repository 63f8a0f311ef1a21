using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Kernel.Events;
using Modellstadt.Parking.Storage;
using Modellstadt.Payments;

namespace Modellstadt.Parking.Fees;

/// <summary>What fees need after they were decided.</summary>
internal static class FeeServices
{
    public static void AddFees(this IServiceCollection services)
    {
        services.AddSingleton<FeeNotices>();
        services.AddSingleton<IOutboxReceiver<ParkingDb>, BookFee>();
        services.AddSingleton<FeePost>().AddSingleton<FeeLetters>().AddScoped<ReadFeeLetter>();
        services.AddSingleton<IOutboxReceiver<ParkingDb>, SendFeeNotice>();
        services.AddSingleton<RestPermit>().AddSingleton<SuspendUnpaid>();
        services.AddSingleton<IReceivableReceiver, HearOfFees>();
        services.AddSingleton<IReceivableReceiver, SendReminder>();
        services.AddHostedService<SuspendUnpaidRounds>();
    }

    public static void MapFees(this IEndpointRouteBuilder endpoints) => ProvideRefundAccount.Map(endpoints);
}
