using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Accounts;
using Modellstadt.Issuer;
using Modellstadt.Verifier;

namespace Modellstadt.Region.Visits;

/// <summary>What visits need.</summary>
internal static class VisitServices
{
    public static void AddVisits(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<VisitSecrets>().AddSingleton<ReadGuest>().AddSingleton<FollowVisit>();
        services.AddSingleton<StartVisit>().AddSingleton<EndVisit>();
        services.AddSingleton<JoinVisit>().AddSingleton<HandOverCard>().AddSingleton<ApplyAsGuest>().AddSingleton<TakeApplication>();
        services.AddRateLimiter(limits => limits.AddPolicy<IPAddress, GuestLimit>(GuestLimit.Name));
        if (!AreOn(configuration))
            return;

        services.AddIssuerIdentity(VisitCredentials.Issuer).AddCredentialType(VisitCredentials.Id).AddCredentialType(VisitCredentials.Permit);
        services.AddSingleton<IIntendedUses, AskedOfGuests>();
        services.AddHostedService<EndVisits>();
        services.AddOfficeLink(VisitAddresses.Office, new("Besuche", "Visits"), 72);
    }

    public static void MapVisits(this IEndpointRouteBuilder endpoints)
    {
        if (!AreOn(endpoints.ServiceProvider.GetRequiredService<IConfiguration>()))
            return;

        StartVisit.Map(endpoints);
        EndVisit.Map(endpoints);
        JoinVisit.Map(endpoints);
        HandOverCard.Map(endpoints);
        ApplyAsGuest.Map(endpoints);
        TakeApplication.Map(endpoints);
        PollGuest.Map(endpoints);
        FollowVisit.Map(endpoints);
    }

    /// <summary><c>Region:Visits</c>; where it says nothing, demo towns have visits and others have none.</summary>
    public static bool AreOn(IConfiguration configuration) => configuration.GetSection("Region").Get<RegionOptions>()?.Visits ?? configuration.GetValue("Town:Demo", defaultValue: false);
}
