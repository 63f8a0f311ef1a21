using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Accounts;

namespace Modellstadt.Region.Exchange.Imports;

/// <summary>What importing catalogues of others needs.</summary>
internal static class ImportServices
{
    public static void AddImports(this IServiceCollection services)
    {
        services.AddSingleton<FetchDocument>().AddSingleton<PrepareImport>().AddSingleton<ReadImports>().AddSingleton<FindResults>().AddSingleton<ConfirmImport>().AddSingleton<RemoveResult>();
        services.AddHttpClient(FetchDocument.ClientName, FetchDocument.Configure).ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        services.AddOfficeLink(ImportAddresses.Office, new("Ergebnisse anderer einlesen", "Import results of others"), 71, StaffRole.Clerk, StaffRole.ProjectOffice);
    }

    public static void MapImports(this IEndpointRouteBuilder endpoints) => AnswerImport.Map(endpoints);
}
