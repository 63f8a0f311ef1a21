using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Figures;
using Modellstadt.Kernel.Modules;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Storage;
using Modellstadt.Region.Feeds;
using Modellstadt.Region.Indicators;
using Modellstadt.Region.Indicators.Satisfaction;
using Modellstadt.Region.Storage;
using Modellstadt.Testing;

namespace Modellstadt.Region.Tests.Indicators;

/// <summary>A demo town with one online service whose cases the test sets, and a page on which it ends: <c>/case/{id}</c>.</summary>
internal sealed class IndicatorTown : TestTown
{
    private IndicatorTown(TestDatabase storage, IEnumerable<(string Key, string Value)> settings) : base(storage, [("Town:Demo", "true"), ("Region:Visits", "false"), .. settings])
    {
    }

    public StandingService Service { get; } = new();

    private NeighbourLine? Neighbours { get; init; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<IndicatorTown> StartAsync(DatabaseKind kind = DatabaseKind.Sqlite, NeighbourLine? neighbours = null, int seed = 42, params (string Key, string Value)[] settings) =>
        await ServeAsync(new IndicatorTown(await TestDatabase.CreateAsync(kind), settings) { Neighbours = neighbours, Random = new SeededRandomness(seed) });

    /// <summary>One reading of the others' figures.</summary>
    public Task ReadOthersAsync() => Services.GetServices<IHostedService>().OfType<ReadIndicators>().Single().RunRoundAsync(Cancellation);

    /// <summary>Everything that was answered: day, step, how often.</summary>
    public async Task<IReadOnlyList<(DateOnly Day, int Step, int Count)>> AnswersAsync()
    {
        await using var database = await DatabaseAsync();
        return [.. (await database.Satisfaction.AsNoTracking().ToListAsync(Cancellation)).Select(count => (count.Day, count.Step, count.Count))];
    }

    public Task<RegionDb> DatabaseAsync() => Services.GetRequiredService<IDbContextFactory<RegionDb>>().CreateDbContextAsync(Cancellation);

    protected override void AddModules(InstalledModules modules) => modules.Add<AccountsModule>().Add<RegionModule>();

    protected override void Configure(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IOnlineService>(Service);
        if (Neighbours is { } line)
            builder.Services.AddHttpClient(FetchFeed.ClientName).ConfigurePrimaryHttpMessageHandler(() => line);
    }

    protected override void Configure(WebApplication app)
    {
        app.UseStatusCodePages(status => status.HttpContext.Response.WriteAsync(status.HttpContext.PageRefusal()?.Type ?? ""));
        app.MapGet("/case/{id:guid}", (Guid id) => new RazorComponentResult<SatisfactionQuestion>(new { Service = Service.Id, Case = id }));
    }
}
