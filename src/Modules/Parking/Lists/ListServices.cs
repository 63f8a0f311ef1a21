using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Figures;
using Modellstadt.Kernel.Privacy;
using Modellstadt.Parking.Lists.Export;
using Modellstadt.Parking.Lists.Figures;
using Modellstadt.Parking.Lists.Import;

namespace Modellstadt.Parking.Lists;

/// <summary>What lists and figures need.</summary>
internal static class ListServices
{
    public static void AddLists(this IServiceCollection services)
    {
        services.AddOfficeLink("/office/statistics", new("Statistik", "Statistics"), 75);
        services.AddOfficeLink(ImportAddresses.Upload, new("Listen", "Lists"), 80);
        services.AddSingleton<ExportPermits>();
        services.AddSingleton<CheckImport>();
        services.AddSingleton<UploadImport>();
        services.AddSingleton<MapImport>();
        services.AddSingleton<TakeOverImport>();
        services.AddSingleton<IRetainedRecords, ForgetImports>();
        services.AddSingleton<CountDay>();
        services.AddSingleton<ReadFigures>();
        services.AddSingleton<ILiveFigures, LivePermitFigures>();
        foreach (var kind in new[] { PermitServiceKind.FirstPermit, PermitServiceKind.Change })
            services.AddSingleton<IOnlineService>(provider => ActivatorUtilities.CreateInstance<PermitService>(provider, kind));
        services.AddSingleton<CountDays>().AddHostedService(provider => provider.GetRequiredService<CountDays>());
    }

    public static void MapLists(this IEndpointRouteBuilder endpoints)
    {
        ExportPermits.Map(endpoints);
        UploadImport.Map(endpoints);
        MapImport.Map(endpoints);
        TakeOverImport.Map(endpoints);
        ExportFigures.Map(endpoints);
    }
}
