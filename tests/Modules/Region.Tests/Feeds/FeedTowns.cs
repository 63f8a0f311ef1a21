using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Modellstadt.Kernel.Storage;
using Modellstadt.Region.Feeds;
using Modellstadt.Region.Projects;
using Modellstadt.Region.Storage;

namespace Modellstadt.Region.Tests.Feeds;

/// <summary>Three towns, each with a database and a key of its own; the others read Aachen.</summary>
internal sealed class FeedTowns : IAsyncDisposable
{
    public const string AachenAgs = "05334002";
    public const string Project = "aachener-probe";

    private FeedTowns(NeighbourLine line, RegionTown aachen, RegionTown soest, RegionTown gelsenkirchen) =>
        (Line, Aachen, Soest, Gelsenkirchen) = (line, aachen, soest, gelsenkirchen);

    public NeighbourLine Line { get; }

    public RegionTown Aachen { get; }

    public RegionTown Soest { get; }

    public RegionTown Gelsenkirchen { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<FeedTowns> StartAsync(DatabaseKind kind = DatabaseKind.Sqlite)
    {
        var line = new NeighbourLine();
        var aachen = await RegionTown.StartBetweenAsync(line, 1, kind, ("Town:Ags", AachenAgs), ("Town:Name", "Aachen"));
        line.Connect("aachen.example", aachen);
        var key = aachen.Services.GetRequiredService<FeedKey>().Thumbprint;
        (string Key, string Value)[] reader = [("Region:Feeds:0:Town", AachenAgs), ("Region:Feeds:0:Url", "https://aachen.example"), ("Region:Feeds:0:Key", key)];
        return new(
            line, aachen,
            await RegionTown.StartBetweenAsync(line, 2, kind, [("Town:Ags", "05974040"), ("Town:Name", "Soest"), .. reader]),
            await RegionTown.StartBetweenAsync(line, 3, kind, reader));
    }

    /// <summary>What a town says of itself, here made up for the test.</summary>
    public static Project Draft(string title) => new()
    {
        Id = Project,
        Title = title,
        TitleIsOfficial = true,
        Kind = ProjectKind.Project,
        Lead = new("Aachen", AachenAgs),
        Pillar = new(Pillar.SmartCity, "https://aachen.example/probe", Confidence.High),
        Topic = "probe",
        State = new(ProjectState.Done, "https://aachen.example/probe", Confidence.High),
        Total = new(new Amount(123_45, false), "https://aachen.example/probe", Confidence.High),
        Summary = "Eine Probe.",
        Source = "https://aachen.example/probe",
    };

    /// <summary>Aachen states a project, and publishes.</summary>
    public async Task PublishAsync(Project project)
    {
        await using (var database = await DatabaseOf(Aachen))
        {
            var row = await database.Projects.FindAsync([project.Id], Cancellation);
            if (row is null)
                row = database.Projects.Add(new ProjectRow { Id = project.Id, Town = AachenAgs, Version = 1, ChangedAt = Aachen.Time.Now, Content = project.Write() }).Entity;
            else
                (row.Version, row.Content) = (row.Version + 1, project.Write());
            database.ProjectVersions.Add(new ProjectVersionRow { ProjectId = row.Id, Version = row.Version, ChangedAt = row.ChangedAt, ChangedBy = "staff/x", Reason = "Probe", Content = row.Content });
            await database.SaveChangesAsync(Cancellation);
        }

        await PublishAsync();
    }

    /// <summary>Rounds until everything is told: the town's own worker may publish at the same time.</summary>
    public async Task PublishAsync()
    {
        await using var database = await DatabaseOf(Aachen);
        do
        {
            await Aachen.Services.GetServices<IHostedService>().OfType<PublishProjects>().Single().RunRoundAsync(Cancellation);
        }
        while (await database.Projects.AnyAsync(project => project.Town == AachenAgs && !database.FeedEntries.Any(entry => entry.Subject == project.Id && entry.Version >= project.Version), Cancellation)
            || await database.FeedNotes.AnyAsync(note => !database.FeedEntries.Any(entry => entry.Subject == note.Subject), Cancellation));
    }

    /// <summary>One reading of the feeds.</summary>
    public static Task ReadAsync(RegionTown town) => town.Services.GetServices<IHostedService>().OfType<ReadFeeds>().Single().RunRoundAsync(Cancellation);

    /// <summary>How a town shows the project; null when it does not.</summary>
    public static async Task<Project?> ShownInAsync(RegionTown town) => (await Register(town).AllAsync(Cancellation)).SingleOrDefault(project => project.Id == Project);

    public static Task<IReadOnlyList<ProjectVersion>> HistoryInAsync(RegionTown town) => Register(town).HistoryAsync(Project, Cancellation);

    /// <summary>How far a town has read Aachen, and why no further.</summary>
    public static async Task<(long Last, string? Failure)> ReadingOfAsync(RegionTown town)
    {
        await using var database = await DatabaseOf(town);
        var feed = await database.Feeds.SingleAsync(Cancellation);
        return (feed.LastNumber, feed.Failure);
    }

    public static Task<RegionDb> DatabaseOf(RegionTown town) => town.Services.GetRequiredService<IDbContextFactory<RegionDb>>().CreateDbContextAsync(Cancellation);

    public async ValueTask DisposeAsync()
    {
        await Gelsenkirchen.DisposeAsync();
        await Soest.DisposeAsync();
        await Aachen.DisposeAsync();
        Line.Dispose();
    }

    private static ReadProjects Register(RegionTown town) => town.Services.GetRequiredService<ReadProjects>();
}
