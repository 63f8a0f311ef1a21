using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Modules;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Storage;
using Modellstadt.Region.Exchange.Imports;
using Modellstadt.Region.Feeds;
using Modellstadt.Testing;

namespace Modellstadt.Region.Tests;

/// <summary>A demo town that takes part in the model region and does nothing else.</summary>
internal sealed class RegionTown : TestTown
{
    private RegionTown(TestDatabase storage, IEnumerable<(string Key, string Value)> settings) : base(storage, [("Town:Demo", "true"), ("Region:Visits", "false"), .. settings])
    {
    }

    public static async Task<RegionTown> StartAsync(DatabaseKind kind = DatabaseKind.Sqlite, params (string Key, string Value)[] settings) =>
        await ServeAsync(new RegionTown(await TestDatabase.CreateAsync(kind), settings));

    /// <summary>Through which it reaches other towns; the real network when there is none.</summary>
    public NeighbourLine? Neighbours { get; init; }

    /// <summary>A town with neighbours, and with keys of its own: they follow from the seed.</summary>
    public static async Task<RegionTown> StartBetweenAsync(NeighbourLine neighbours, int seed, DatabaseKind kind, params IEnumerable<(string Key, string Value)> settings) =>
        await ServeAsync(new RegionTown(await TestDatabase.CreateAsync(kind), settings) { Neighbours = neighbours, Random = new SeededRandomness(seed) });

    protected override void AddModules(InstalledModules modules) => modules.Add<AccountsModule>().Add<RegionModule>();

    protected override void Configure(WebApplicationBuilder builder)
    {
        if (Neighbours is not { } line)
            return;
        builder.Services.AddHttpClient(FetchFeed.ClientName).ConfigurePrimaryHttpMessageHandler(() => line);
        builder.Services.AddHttpClient(FetchDocument.ClientName).ConfigurePrimaryHttpMessageHandler(() => line);
    }

    /// <summary>In place of the portal's page of failure: which refusal it is.</summary>
    protected override void Configure(WebApplication app) =>
        app.UseStatusCodePages(status => status.HttpContext.Response.WriteAsync(status.HttpContext.PageRefusal()?.Type ?? ""));
}
