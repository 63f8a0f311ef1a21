using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Accounts;
using Modellstadt.CitizenId;
using Modellstadt.Kernel.Events;
using Modellstadt.Parking.Changes.Cards;
using Modellstadt.Parking.Changes.Deciding;
using Modellstadt.Parking.Changes.Renewals;
using Modellstadt.Parking.Changes.Returning;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Changes;

/// <summary>What the life of a permit needs.</summary>
internal static class ChangeServices
{
    public static void AddChanges(this IServiceCollection services)
    {
        services.AddScoped<HolderSessions>();
        services.AddSignInPurpose("/permit", HolderTexts.SignInPurpose);

        services.AddSingleton<ReadMyPermit>();
        services.AddSingleton<ReceiveMyPermit>();

        services.AddOfficeLink("/office/renewals", new("Verlängerungen", "Renewals"), 40);
        services.AddSingleton<RemindHolders>();
        services.AddHostedService<RemindRound>();
        services.AddSingleton<ReadRenewalLink>();
        services.AddSingleton<RenewByLink>();
        services.AddSingleton<RenewDuePermits>();
        services.AddSingleton<RenewalRuns>();
        services.AddHostedService<RenewalRunRound>();

        services.AddSingleton<ReturnRecord>();
        services.AddSingleton<ReturnPermit>();
        services.AddSingleton<ReadRefundCase>();
        services.AddSingleton<DecideRefund>();
        services.AddSingleton<IOutboxReceiver<ParkingDb>, ReturnCredited>();
        services.AddSingleton<WithdrawApplication>();

        services.AddSingleton<ReadChangeOptions>();
        services.AddSingleton<StartChange>();
        services.AddSingleton<ReadChange>();
        services.AddSingleton<DecideChange>();
        services.AddSingleton<CarryOutChange>();
        services.AddSingleton<ChangeNotices>();
        services.AddSingleton<RevokeOutdatedCards>();
        services.AddSingleton<IOutboxReceiver<ParkingDb>, CardsOutdated>();
    }

    public static void MapChanges(this IEndpointRouteBuilder endpoints)
    {
        ReceiveMyPermit.Map(endpoints);
        StartChange.Map(endpoints);
        PollChange.Map(endpoints);
        RenewByLink.Map(endpoints);
        ReturnPermit.Map(endpoints);
        DecideRefund.Map(endpoints);
        WithdrawApplication.Map(endpoints);
        RenewalRuns.Map(endpoints);
    }
}
