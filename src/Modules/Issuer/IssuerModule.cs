using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Modellstadt.Issuer.Authorization;
using Modellstadt.Issuer.Credentials;
using Modellstadt.Issuer.Identities;
using Modellstadt.Issuer.Management;
using Modellstadt.Issuer.Metadata;
using Modellstadt.Issuer.Offers;
using Modellstadt.Issuer.Statuses;
using Modellstadt.Issuer.Storage;
using Modellstadt.Issuer.Tokens;
using Modellstadt.Issuer.Types;
using Modellstadt.Issuer.WalletProviders;
using Modellstadt.Issuer.Web;
using Modellstadt.Kernel.Events;
using Modellstadt.Kernel.Keys;
using Modellstadt.Kernel.Modules;
using Modellstadt.Kernel.Privacy;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Kernel.Storage;
using Modellstadt.Kernel.Texts;
using Modellstadt.Kernel.Towns;

namespace Modellstadt.Issuer;

/// <summary>The town as issuer of credentials (OpenID4VCI 1.0).</summary>
public sealed class IssuerModule : IModule
{
    /// <inheritdoc />
    public static string Name => "issuer";

    /// <inheritdoc />
    public static void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<IssuerOptions>().Bind(configuration.GetSection("Issuer")).ValidateDataAnnotations().ValidateOnStart();
        services.AddModuleDb<IssuerDb>(Name);
        services.AddGroupCommit<IssuerDb>();
        services.AddSingleton<Cleanup>().AddHostedService(provider => provider.GetRequiredService<Cleanup>());
        services.AddSingleton<IRetainedRecords, EndedCredentials>();
        services.AddHostedService<StatusListPublication>();
        services.AddCors();
        services.AddRateLimiter(limits => limits
            .AddPolicy<IPAddress, TypedCodeLimit>(nameof(TypedCodeLimit))
            .AddPolicy<IPAddress, TokenLimit>(nameof(TokenLimit)));
        foreach (var type in TypeFiles.Read(TypesDirectory(configuration)))
            services.AddCredentialType(type);
        services.AddSingleton(provider => Town(provider.GetRequiredService<IOptions<TownOptions>>().Value));
        AddInside(services);
        AddAuthorizationServer(services);
        AddContract(services);
    }

    /// <inheritdoc />
    public static void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        ReadMetadata.Map(endpoints);
        ReadTypeMetadata.Map(endpoints);
        ReadOffer.Map(endpoints);
        PushRequest.Map(endpoints);
        OpenAuthorization.Map(endpoints);
        OfferDecision.Map(endpoints);
        GiveChallenge.Map(endpoints);
        AnswerTokenRequest.Map(endpoints);
        MintNonce.Map(endpoints);
        IssueCredential.Map(endpoints);
        FetchDeferred.Map(endpoints);
        TakeNotification.Map(endpoints);
        ReadStatusList.Map(endpoints);
        ListStatusLists.Map(endpoints);
        ManagementEndpoints.Map(endpoints);
    }

    /// <summary>The town itself; other identities come from the modules that need them.</summary>
    private static IssuerIdentity Town(TownOptions town) => new(IssuerIdentity.TownSlug, new LocalizedText($"Stadt {town.Name}", $"City of {town.Name}"), town.Demo);

    /// <summary><c>Issuer:TypesDirectory</c>, by default the folder <c>credential-types</c> among the town's facts.</summary>
    private static string TypesDirectory(IConfiguration configuration) =>
        configuration["Issuer:TypesDirectory"] ?? Path.Combine(configuration["Town:FactsDirectory"] ?? new TownOptions().FactsDirectory, "credential-types");

    private static void AddInside(IServiceCollection services)
    {
        services.AddSingleton<HostedTypes>();
        services.AddSingleton<IssuerKeyMaking>().AddSingleton<IRotatingKeys, IssuerRotatingKeys>();
        services.AddSingleton<HostedIssuers>();
        services.AddSingleton<WalletProviderTrust>();
        services.AddSingleton<OfferSecrets>();
        services.AddSingleton<OfferClock>();
        services.AddSingleton<ReadOffer>();
        services.AddSingleton<OfferTypes>();
        services.AddSingleton<TransactionCodes>();
        services.AddSingleton<MintNonce>();
        services.AddSingleton<Grants>();
        services.AddSingleton<RequestKeys>();
        services.AddSingleton<CheckProofs>();
        services.AddSingleton<Entitlements>();
        services.AddSingleton<Deferrals>();
        services.AddSingleton<MakeBatch>();
        services.AddSingleton<FetchDeferred>();
        services.AddSingleton<TakeNotification>();
        services.AddSingleton<WalletMessages>();
        services.AddSingleton<OpenStatusLists>();
        services.AddSingleton<StatusChanges>().AddSingleton<IOutboxReceiver<IssuerDb>, DeliverIssuanceNews>();
        services.AddSingleton<StoreCopies>();
        services.AddSingleton<IssueCredential>();
        services.AddSingleton<PublishedStatusLists>();
        services.AddSingleton<ListStatusLists>();
        services.AddSingleton<ChangeStatus>();
        services.AddSingleton<ReadMetadata>();
        services.AddSingleton<CreateOffer>();
    }

    private static void AddAuthorizationServer(IServiceCollection services)
    {
        services.AddSingleton<ServerDescription>();
        services.AddSingleton<AccessTokens>();
        services.AddSingleton<ServerNonces>();
        services.AddSingleton<DpopProofs>();
        services.AddSingleton<WalletAuthentication>();
        services.AddSingleton<Senders>();
        services.AddSingleton<AuthorizationSecrets>();
        services.AddSingleton<AuthorizationClock>();
        services.AddSingleton<StoreAuthorization>();
        services.AddSingleton<PushRequest>();
        services.AddSingleton<OpenAuthorization>();
        services.AddSingleton<OfferDecision>();
        services.AddSingleton<RefreshTokens>();
        services.AddSingleton<GiveAccess>();
        services.AddSingleton<RedeemCode>();
        services.AddSingleton<RedeemAuthorizationCode>();
        services.AddSingleton<RefreshAccess>();
        services.AddSingleton<AnswerTokenRequest>();
        services.AddSingleton(provider => new Authorizations(
            provider.GetRequiredService<IDbContextFactory<IssuerDb>>(), provider.GetRequiredService<GroupCommit<IssuerDb>>(), provider.GetRequiredService<HostedIssuers>(),
            provider.GetRequiredService<AuthorizationSecrets>(), provider.GetRequiredService<AuthorizationClock>()));
    }

    /// <summary>What other modules use; their constructors take parts of the inside.</summary>
    private static void AddContract(IServiceCollection services)
    {
        services.AddSingleton(provider => new IssuerAnchors(provider.GetRequiredService<HostedIssuers>()));
        services.AddSingleton(provider => new CredentialSigners(provider.GetRequiredService<HostedIssuers>()));
        services.AddSingleton(provider => new OwnStatusLists(provider.GetRequiredService<PublishedStatusLists>(), provider.GetRequiredService<IOptions<TownOptions>>()));
        services.AddSingleton(provider => new HolderCodes(provider.GetRequiredService<IDbContextFactory<IssuerDb>>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new CredentialStatuses(
            provider.GetRequiredService<GroupCommit<IssuerDb>>(), provider.GetRequiredService<StatusChanges>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new IssuedBatches(
            provider.GetRequiredService<GroupCommit<IssuerDb>>(), provider.GetRequiredService<StatusChanges>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new CredentialOffers(
            provider.GetRequiredService<IDbContextFactory<IssuerDb>>(), provider.GetRequiredService<GroupCommit<IssuerDb>>(), provider.GetRequiredService<HostedIssuers>(),
            new OfferMaking(provider.GetRequiredService<OfferSecrets>(), provider.GetRequiredService<OfferClock>(), provider.GetRequiredService<RandomSource>()),
            provider.GetRequiredService<Outbox<IssuerDb>>()));
    }
}
