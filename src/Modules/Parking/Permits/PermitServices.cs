using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Issuer;
using Modellstadt.Parking.Fees;

namespace Modellstadt.Parking.Permits;

/// <summary>What applications need.</summary>
internal static class PermitServices
{
    public static void AddPermits(this IServiceCollection services)
    {
        services.AddCredentialType(PermitCredential.Type);
        services.AddSingleton<ApplicationJournal>();
        services.AddSingleton<ReadPermitFacts>();
        services.AddSingleton<DecisionRecord>();
        services.AddSingleton<GrantedPermits>();
        services.AddSingleton<GrantPermit>();
        services.AddSingleton<DecideApplication>();
        services.AddSingleton<AdvanceApplication>();
        services.AddSingleton<OfferPermit>();
        services.AddSingleton<ICredentialRenewal, RenewPermit>();
        services.AddHostedService<RetryApplications>();

        services.AddSingleton<ListOwnApplications>();
        services.AddSingleton<StartApplication>();
        services.AddSingleton<AnswerApplication>();
        services.AddSingleton<ConfirmApplication>();
        services.AddSingleton<ReadPermitView>();
        services.AddSingleton<ReadApplication>();
        services.AddSingleton<ReceivePermitAgain>();
        services.AddSingleton<ReadFeeNotice>();
    }

    public static void MapPermits(this IEndpointRouteBuilder endpoints)
    {
        StartApplication.Map(endpoints);
        AnswerApplication.Map(endpoints);
        ConfirmApplication.Map(endpoints);
        ReceivePermitAgain.Map(endpoints);
        PollApplication.Map(endpoints);
    }
}
