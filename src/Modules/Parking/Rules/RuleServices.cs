using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Towns;
using Modellstadt.Parking.Facts;
using Modellstadt.Parking.Rules.Forms;
using Modellstadt.Parking.Rules.Management;
using Modellstadt.Parking.Rules.Preview;
using Modellstadt.Parking.Rules.Zoning;

namespace Modellstadt.Parking.Rules;

/// <summary>What the town's rules need.</summary>
internal static class RuleServices
{
    public static void AddRules(this IServiceCollection services)
    {
        services.AddSingleton(provider => Shipped(provider, (files, town) => files.Of(town.Ags, town.Demo)));
        services.AddSingleton(provider => Shipped(provider, (files, town) => new ShippedBook(files.Book(town.Ags, town.Demo))));
        services.AddSingleton<TownRules>();
        services.AddHostedService<RuleBookRefresh>();
        services.AddSingleton<ListRuleBooks>();
        services.AddSingleton<DraftRuleBook>();
        services.AddSingleton<AdoptRuleBook>();
        services.AddSingleton<UploadRuleBook>();
        services.AddSingleton<PreviewRuleBook>();
        services.AddSingleton<ChangeDraft>();
        services.AddSingleton<DrawZone>();
        services.AddSingleton<PutFee>();
        services.AddSingleton<DiscardDraft>();
        services.AddOfficeLink("/office/rules", new("Regeln", "Rules"), 60);
    }

    public static void MapRules(this IEndpointRouteBuilder endpoints)
    {
        var books = endpoints.MapGroup("/management/v1/rule-books").RequireManagementKey().WithTags("Rule books");
        DownloadRuleBook.Map(books);
        UploadRuleBook.Map(books);
        OfficeDownload.Map(endpoints);
        DrawZone.Map(endpoints);
    }

    private static T Shipped<T>(IServiceProvider provider, Func<FactFiles, TownOptions, T> read)
    {
        var town = provider.GetRequiredService<IOptions<TownOptions>>().Value;
        return read(new FactFiles(Path.GetFullPath(town.FactsDirectory)), town);
    }
}
