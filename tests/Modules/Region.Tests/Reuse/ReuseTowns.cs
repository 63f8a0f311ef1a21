using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Storage;
using Modellstadt.Region.Feeds;
using Modellstadt.Region.Reuse;
using Modellstadt.Region.Storage;

namespace Modellstadt.Region.Tests.Reuse;

/// <summary>Aachen leads a project, Soest takes it over, both read each other; Gelsenkirchen reads both.</summary>
internal sealed class ReuseTowns : IAsyncDisposable
{
    public const string AachenAgs = "05334002";
    public const string SoestAgs = "05974040";
    public const string GelsenkirchenAgs = "05513000";

    /// <summary>A project that Aachen leads in the collection.</summary>
    public const string Project = "oecherlab";

    private static int forms;

    private ReuseTowns(NeighbourLine line, RegionTown aachen, RegionTown soest, RegionTown gelsenkirchen) =>
        (Line, Aachen, Soest, Gelsenkirchen) = (line, aachen, soest, gelsenkirchen);

    public NeighbourLine Line { get; }

    public RegionTown Aachen { get; }

    public RegionTown Soest { get; }

    public RegionTown Gelsenkirchen { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<ReuseTowns> StartAsync(DatabaseKind kind = DatabaseKind.Sqlite)
    {
        var line = new NeighbourLine();
        var aachen = await RegionTown.StartBetweenAsync(line, 11, kind, ("Town:Ags", AachenAgs), ("Town:Name", "Aachen"), ("Town:PublicUrl", "http://aachen.example"));
        line.Connect("aachen.example", aachen);
        var soest = await RegionTown.StartBetweenAsync(line, 12, kind, [("Town:Ags", SoestAgs), ("Town:Name", "Soest"), ("Town:PublicUrl", "http://soest.example"), .. Feed(0, AachenAgs, "aachen", aachen)]);
        line.Connect("soest.example", soest);
        await aachen.RestartAsync(Feed(0, SoestAgs, "soest", soest));
        return new(line, aachen, soest, await RegionTown.StartBetweenAsync(line, 13, kind, [.. Feed(0, AachenAgs, "aachen", aachen), .. Feed(1, SoestAgs, "soest", soest)]));
    }

    /// <summary>What a clerk types, with a form of its own.</summary>
    public static ReuseDraft Draft(ReuseStep step, string? shown = null, string since = "2026-01-15") =>
        new($"form-{Interlocked.Increment(ref forms)}", shown, step, DateOnly.Parse(since, System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>A town says something of Soest's take-over of the project.</summary>
    public static Task<Outcome<ReuseRecord>> DeclareAsync(RegionTown town, ReuseDraft draft, string taker = SoestAgs, string project = Project) =>
        town.Services.GetRequiredService<DeclareReuse>().ExecuteAsync(project, taker, draft, "staff/x", Cancellation);

    public static Task<Outcome<ReuseRecord>> ConfirmAsync(RegionTown town, string record) => town.Services.GetRequiredService<ConfirmReuse>().ExecuteAsync(record, "staff/x", Cancellation);

    /// <summary>The take-over as a town knows it.</summary>
    public static async Task<ReuseStory> StoryInAsync(RegionTown town)
    {
        await using var database = await DatabaseOf(town);
        return await ReadReuse.OneAsync(database, Project, AachenAgs, SoestAgs, Cancellation);
    }

    /// <summary>Both publish what they have to say, and everybody reads.</summary>
    public async Task ExchangeAsync()
    {
        foreach (var town in new[] { Aachen, Soest })
            await PublishAsync(town);
        foreach (var town in new[] { Aachen, Soest, Gelsenkirchen })
            await ReadAsync(town);
    }

    /// <summary>Rounds until everything is told: the town's own worker may publish at the same time.</summary>
    public static async Task PublishAsync(RegionTown town)
    {
        await using var database = await DatabaseOf(town);
        do
        {
            await town.Services.GetServices<IHostedService>().OfType<PublishProjects>().Single().RunRoundAsync(Cancellation);
        }
        while (await database.FeedNotes.AnyAsync(note => !database.FeedEntries.Any(entry => entry.Subject == note.Subject), Cancellation));
    }

    public static Task ReadAsync(RegionTown town) => town.Services.GetServices<IHostedService>().OfType<ReadFeeds>().Single().RunRoundAsync(Cancellation);

    /// <summary>Why a town reads another no further; null when it does.</summary>
    public static async Task<string?> FailureInAsync(RegionTown town, string of)
    {
        await using var database = await DatabaseOf(town);
        return (await database.Feeds.SingleAsync(feed => feed.Town == of, Cancellation)).Failure;
    }

    public static Task<RegionDb> DatabaseOf(RegionTown town) => town.Services.GetRequiredService<IDbContextFactory<RegionDb>>().CreateDbContextAsync(Cancellation);

    public async ValueTask DisposeAsync()
    {
        await Gelsenkirchen.DisposeAsync();
        await Soest.DisposeAsync();
        await Aachen.DisposeAsync();
        Line.Dispose();
    }

    private static IEnumerable<(string Key, string Value)> Feed(int place, string ags, string host, RegionTown town) =>
    [
        ($"Region:Feeds:{place}:Town", ags), ($"Region:Feeds:{place}:Url", $"https://{host}.example"), ($"Region:Feeds:{place}:Key", town.Services.GetRequiredService<FeedKey>().Thumbprint),
    ];
}
