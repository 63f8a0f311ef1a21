using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Kernel.Modules;
using Modellstadt.Kernel.Storage;
using Modellstadt.Region.Exchange;
using Modellstadt.Region.Board;
using Modellstadt.Region.Feeds;
using Modellstadt.Region.Funding;
using Modellstadt.Region.Indicators;
using Modellstadt.Region.Office;
using Modellstadt.Region.Projects;
using Modellstadt.Region.Reuse;
using Modellstadt.Region.Showroom;
using Modellstadt.Region.Storage;
using Modellstadt.Region.Visits;

namespace Modellstadt.Region;

/// <summary>The model region: the projects of its towns, and what of them others take over.</summary>
public sealed class RegionModule : IModule
{
    /// <inheritdoc />
    public static string Name => "region";

    /// <inheritdoc />
    public static void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<RegionOptions>().Bind(configuration.GetSection("Region")).ValidateDataAnnotations().ValidateOnStart();
        services.AddModuleDb<RegionDb>(Name);
        services.AddProjects();
        services.AddFunding();
        services.AddBoard(configuration);
        services.AddFeeds();
        services.AddExchange();
        services.AddReuse();
        services.AddProjectOffice();
        services.AddShowroom();
        services.AddIndicators();
        services.AddVisits(configuration);
    }

    /// <inheritdoc />
    public static void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapFunding();
        endpoints.MapBoard();
        endpoints.MapFeeds();
        endpoints.MapVisits();
        endpoints.MapExchange();
        endpoints.MapReuse();
        endpoints.MapProjectOffice();
        endpoints.MapIndicators();
    }
}
