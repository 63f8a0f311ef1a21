using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Keys;
using Modellstadt.Kernel.Modules;
using Modellstadt.Kernel.Storage;
using Modellstadt.Kernel.Texts;
using Modellstadt.Kernel.Towns;
using Modellstadt.Verifier.Answering;
using Modellstadt.Verifier.Asking;
using Modellstadt.Verifier.DigitalCredentials;
using Modellstadt.Verifier.Keys;
using Modellstadt.Verifier.Management;
using Modellstadt.Verifier.Redeeming;
using Modellstadt.Verifier.Registration;
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
        SendRequest.Map(endpoints);
        ReceiveAnswer.Map(endpoints);
        LookUpCode.Map(endpoints);
        SendBrowserRequest.Map(endpoints);
        ReceiveBrowserAnswer.Map(endpoints);

        var presentations = endpoints.MapGroup("/management/v1/presentations").RequireManagementKey().WithTags("Presentations");
        AskPresentation.Map(presentations);
        ReadPresentation.Map(presentations);
    }

    private static void AddAsking(IServiceCollection services)
    {
        services.AddSingleton<VerifierSecrets>().AddSingleton<AccessCertificateMaking>().AddSingleton<AccessCertificates>().AddSingleton<IRotatingKeys>(provider => provider.GetRequiredService<AccessCertificates>());
        services.AddSingleton<DemoRegistrar>().AddSingleton<TownRegistration>().AddHostedService(provider => provider.GetRequiredService<TownRegistration>());
        services.AddSingleton(provider => new RegistrarAnchor(new LocalizedText("DEMO-Registrar", "DEMO registrar"), provider.GetRequiredService<DemoRegistrar>().Root));
        services.AddSingleton<Questions>().AddSingleton<RequestLinks>().AddSingleton<NewPresentation>().AddSingleton<StartPresentation>().AddSingleton<SendRequest>().AddSingleton<LookUpCode>();
        services.AddSingleton(provider => AnchorOf(provider.GetRequiredService<AccessCertificates>(), provider.GetRequiredService<IOptions<TownOptions>>().Value));
        services.AddRateLimiter(limits => limits
            .AddPolicy<IPAddress, CodeLimit>(nameof(CodeLimit))
            .AddPolicy<IPAddress, QuestionLimit>(Presentations.RateLimit));
        services.AddCors();
    }

    private static void AddAnswering(IServiceCollection services)
    {
        services.TryAddSingleton<ITrustedIssuers, NobodyTrusted>();
        services.AddSingleton<IssuerTrust>().AddSingleton<StatusLists>().AddSingleton<HttpStatusLists>();
        services.AddHttpClient(HttpStatusLists.ClientName, HttpStatusLists.Configure)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        services.AddSingleton<JudgeAnswer>().AddSingleton<SettlePresentation>().AddSingleton<ReceiveAnswer>();
        services.AddSingleton<BrowserPresentations>().AddSingleton<SendBrowserRequest>().AddSingleton<ReceiveBrowserAnswer>();
    }

    private static VerifierAnchor AnchorOf(AccessCertificates certificate, TownOptions town) =>
        new(new LocalizedText($"Stadtverwaltung {town.Name}", $"City of {town.Name}"), certificate.Root);
}
