using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Modules;
using Modellstadt.Kernel.Storage;
using Modellstadt.Kernel.Texts;
using Modellstadt.Kernel.Towns;
using Modellstadt.Kernel.Web;
using Modellstadt.Verifier.Answering;
using Modellstadt.Verifier.Asking;
using Modellstadt.Verifier.Keys;
using Modellstadt.Verifier.Management;
using Modellstadt.Verifier.Redeeming;
using Modellstadt.Verifier.Statuses;
using Modellstadt.Verifier.Storage;
using Modellstadt.Verifier.Trust;

namespace Modellstadt.Verifier;

/// <summary>The town as verifier of credentials (OpenID4VP 1.0).</summary>
public sealed class VerifierModule : IModule
{
    /// <inheritdoc />
    public static string Name => "verifier";

    /// <inheritdoc />
    public static void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<VerifierOptions>().Bind(configuration.GetSection("Verifier")).ValidateDataAnnotations().ValidateOnStart();
        services.AddModuleDb<VerifierDb>(Name);
        services.AddGroupCommit<VerifierDb>();
        AddAsking(services);
        AddAnswering(services);
        services.AddSingleton<ResponseCodes>().AddSingleton<ReadProgress>().AddSingleton<RecognizeCode>().AddSingleton<RedeemPresentation>().AddSingleton<ForgetResult>();
        services.AddSingleton<ForgetPresentations>().AddHostedService(provider => provider.GetRequiredService<ForgetPresentations>());
        services.AddSingleton<AskPresentation>().AddSingleton<ReadPresentation>();
        services.AddSingleton(provider => new Presentations(
            provider.GetRequiredService<StartPresentation>(), provider.GetRequiredService<ReadProgress>(), provider.GetRequiredService<RecognizeCode>(),
            provider.GetRequiredService<RedeemPresentation>(), provider.GetRequiredService<ForgetResult>()));
    }

    /// <inheritdoc />
    public static void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        var wallets = endpoints.MapGroup("/verifier").ExcludeFromDescription();
        wallets.MapGet("/requests/{walletId}", SendRequest.GetAsync).OpenToWallets("GET", "POST");
        wallets.MapPost("/requests/{walletId}", SendRequest.PostAsync).OpenToWallets("GET", "POST");
        wallets.MapPost("/responses/{walletId}", ResponseEndpoint.PostAsync).OpenToWallets("POST").LimitBody(ResponseEndpoint.MaxBytes);
        wallets.MapGet("/codes/{code}", LookUpCode.GetAsync).OpenToWallets("GET").RequireRateLimiting(LookUpCode.RateLimit);

        var management = endpoints.MapGroup("/management/v1/presentations").RequireManagementKey().WithTags("Presentations");
        management.MapPost("", AskPresentation.PostAsync)
            .WithSummary("Ask a wallet")
            .WithDescription("Starts a presentation. Show wallet_uri as a link or QR code, or the code; then ask for the result.")
            .Produces<AskPresentation.Asked>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status400BadRequest);
        management.MapGet("/{id:guid}", ReadPresentation.GetAsync)
            .WithSummary("Read the result of a presentation")
            .WithDescription("State, and what was shown. Results are deleted 2 minutes after the wallet answered.")
            .Produces<ReadPresentation.State>().ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static void AddAsking(IServiceCollection services)
    {
        services.AddSingleton<VerifierSecrets>().AddSingleton<AccessCertificate>();
        services.AddSingleton<Questions>().AddSingleton<RequestLinks>().AddSingleton<StartPresentation>().AddSingleton<SendRequest>().AddSingleton<LookUpCode>();
        services.AddSingleton(provider => AnchorOf(provider.GetRequiredService<AccessCertificate>(), provider.GetRequiredService<IOptions<TownOptions>>().Value));
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<VerifierOptions>>(LimitAddresses);
        services.AddRateLimiter(_ => { });
        services.AddCors();
    }

    private static void AddAnswering(IServiceCollection services)
    {
        services.TryAddSingleton<ITrustedIssuers, NobodyTrusted>();
        services.AddSingleton<IssuerTrust>().AddSingleton<StatusLists>().AddSingleton<HttpStatusLists>();
        services.AddHttpClient(HttpStatusLists.ClientName, HttpStatusLists.Configure)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        services.AddSingleton<JudgeAnswer>().AddSingleton<SettlePresentation>().AddSingleton<ReceiveAnswer>().AddSingleton<ResponseEndpoint>();
    }

    private static VerifierAnchor AnchorOf(AccessCertificate certificate, TownOptions town) =>
        new(new LocalizedText($"Stadtverwaltung {town.Name}", $"City of {town.Name}"), certificate.Root);

    private static void LimitAddresses(RateLimiterOptions limits, IOptions<VerifierOptions> options)
    {
        limits.AddPolicy(LookUpCode.RateLimit, context => PerMinute(context, options.Value.CodesPerMinute));
        limits.AddPolicy(Presentations.RateLimit, context => PerMinute(context, options.Value.QuestionsPerMinute));
    }

    private static RateLimitPartition<IPAddress> PerMinute(HttpContext context, int permits) => RateLimitPartition.GetFixedWindowLimiter(
        CallerNetwork.Of(context), _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = TimeSpan.FromMinutes(1) });
}
