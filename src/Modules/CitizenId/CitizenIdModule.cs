using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Modellstadt.CitizenId.OtherTowns;
using Modellstadt.CitizenId.SignIn;
using Modellstadt.Issuer;
using Modellstadt.Kernel.Modules;
using Modellstadt.Kernel.Privacy;
using Modellstadt.Kernel.Storage;
using Modellstadt.Kernel.Towns;
using Modellstadt.Verifier;

namespace Modellstadt.CitizenId;

/// <summary>The Bürger-ID: from an identity document to a credential of the town.</summary>
public sealed class CitizenIdModule : IModule
{
    /// <inheritdoc />
    public static string Name => "citizenid";

    /// <inheritdoc />
    public static void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleDb<CitizenIdDb>(Name);
        services.AddSingleton(provider => new CitizenIds(provider.GetRequiredService<IDbContextFactory<CitizenIdDb>>()));
        services.AddSingleton<CitizenReferences>();
        services.AddSingleton<ResidentClaims>();
        services.AddSingleton<OfferCitizenId>();
        services.AddSingleton<RevokeCitizenIds>();
        services.AddSingleton<SuspendCitizenIds>();

        services.AddSingleton<StartIdentification>();
        services.AddSingleton<AnswerIdentification>();
        services.AddSingleton<ReadIdentification>();
        services.AddSingleton<HandOverCitizenId>();
        services.AddSingleton<LookUpResident>();
        services.AddHostedService<RetryLookups>();
        services.AddSingleton<IRetainedRecords, IdentificationRequests>();
        services.AddSingleton<IPersonalRecords, KeptReferences>();

        services.AddOtherTowns(configuration);
        services.AddSignIn();

        AddCredentials(services, configuration);
        services.AddSingleton<IIntendedUses, UsesOfThisServer>();
        services.AddSingleton<ITrustedIssuers, TrustedByTheTown>();
        services.AddSingleton<IStatusListSource, StatusListsOfThisServer>();
    }

    /// <inheritdoc />
    public static void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        StartIdentification.Map(endpoints);
        AnswerIdentification.Map(endpoints);
        PollIdentification.Map(endpoints);
        HandOverCitizenId.Map(endpoints);
        endpoints.MapSignIn();
        OfferByScript.Map(endpoints);
        RevokeCitizenIds.Map(endpoints);
        SuspendCitizenIds.Map(endpoints);
        if (endpoints.ServiceProvider.GetRequiredService<IOptions<TownOptions>>().Value.Demo)
        {
            OfferDemoIdCard.Map(endpoints);
            ListDemoPersons.Map(endpoints);
        }
    }

    /// <summary>The town issues the citizen ID; in a demo there is an ID card office as well: a separate issuer with keys of its own.</summary>
    private static void AddCredentials(IServiceCollection services, IConfiguration configuration)
    {
        services.AddCredentialType(CitizenIdCredential.Type).AddAuthorizationStep(new AuthorizationStep(CitizenIds.ConfigurationId, "/citizen-id"));
        services.AddSingleton<ICredentialRenewal>(provider => provider.GetRequiredService<ResidentClaims>());
        services.AddSingleton<OfferDemoIdCard>();
        if (configuration.GetValue("Town:Demo", defaultValue: false))
        {
            services.AddIssuerIdentity(DemoIdCardType.Issuer).AddCredentialType(DemoIdCardType.Type)
                .AddAuthorizationStep(new AuthorizationStep(DemoIdCardType.ConfigurationId, "/demo-id-card"))
                .AddCredentialRenewal<RenewDemoIdCard>();
        }
    }
}
