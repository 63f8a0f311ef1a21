using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Towns;
using Modellstadt.Region.Funding.Office;
using Modellstadt.Region.Funding.Proof;

namespace Modellstadt.Region.Funding;

/// <summary>What the funding ledger needs.</summary>
internal static class FundingServices
{
    public static void AddFunding(this IServiceCollection services)
    {
        services.AddSingleton(provider => FundingProgrammes.Read(Path.GetFullPath(provider.GetRequiredService<IOptions<TownOptions>>().Value.FactsDirectory)));
        services.AddSingleton<FundingJournal>();
        services.AddSingleton<EnterNotice>().AddSingleton<ChangeNotice>().AddSingleton<BookPayment>();
        services.AddScoped<ReadFunding>();
        services.AddHostedService<SeedDemoFunding>();
        services.AddOfficeLink(FundingAddresses.List, new("Förderung", "Funding"), 70, StaffRole.Clerk, StaffRole.ProjectOffice);
    }

    public static void MapFunding(this IEndpointRouteBuilder endpoints)
    {
        AnswerNotice.Map(endpoints);
        AnswerPayment.Map(endpoints);
        ExportProof.Map(endpoints);
    }
}
