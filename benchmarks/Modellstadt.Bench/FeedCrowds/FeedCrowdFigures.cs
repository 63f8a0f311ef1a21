using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Region.Feeds;
using Modellstadt.Region.Storage;

namespace Modellstadt.Bench.FeedCrowds;

/// <summary>
/// One town reads the feeds of 11,000 others (as many as Germany has), served by a process of its own, each answer 50 ms late: first everything, then with news
/// of less than one in a hundred, then with none. Limit: what 16 questions at once allow when nothing but the delay costs time.
/// </summary>
internal sealed class FeedCrowdFigures : IBenchmark
{
    private const int Towns = 11_000;

    /// <summary>One town in so many has news: 0.9 in a hundred.</summary>
    private const int NewsEvery = 111;

    private static readonly TimeSpan Late = TimeSpan.FromMilliseconds(50);

    public static string Name => "feeds";

    public static bool OnlyWhenAsked => true;

    public static async IAsyncEnumerable<Figure> MeasureAsync(Scene scene)
    {
        var (server, address) = await FeedCrowd.StartAsync(Towns);
        try
        {
            using var crowd = new HttpClient { BaseAddress = address };
            var now = scene.Time.GetUtcNow();
            await using var town = await ReaderTown.StartAsync(await Testing.TestDatabase.CreateAsync(scene.Database.Kind), address, (await crowd.GetStringAsync(new Uri("/thumbprints", UriKind.Relative))).Split('\n'), now);
            foreach (var figure in await RoundAsync("feeds-first-round", town, server, Towns))
                yield return figure;
            (await crowd.PostAsync(new Uri($"/changes?every={NewsEvery}", UriKind.Relative), null)).EnsureSuccessStatusCode();
            foreach (var figure in await RoundAsync("feeds-round", town, server, (Towns + NewsEvery - 1) / NewsEvery))
                yield return figure;
            foreach (var figure in await RoundAsync("feeds-quiet-round", town, server, 0))
                yield return figure;
        }
        finally
        {
            server.Kill();
            server.Dispose();
        }
    }

    /// <summary>A round, and whether it took over exactly what was new.</summary>
    private static async Task<IReadOnlyList<Figure>> RoundAsync(string name, ReaderTown town, Process server, int news)
    {
        var versions = await VersionsAsync(town);
        using var reader = Process.GetCurrentProcess();
        var (serverBefore, readerBefore, started) = (Used(server), Used(reader), Stopwatch.GetTimestamp());
        await town.Reader.RunRoundAsync(CancellationToken.None);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var (byServer, byReader) = (Used(server) - serverBefore, Used(reader) - readerBefore);
        if (await VersionsAsync(town) - versions != news)
            throw new InvalidOperationException($"{name}: {await VersionsAsync(town) - versions} states instead of {news} were taken over.");

        return
        [
            new Figure(name, seconds, "s", Towns * Late.TotalSeconds / ReadFeeds.AtOnce) { Note = $"{news} of {Towns} with news" },
            new Figure($"{name}-reader-time", byReader.TotalMilliseconds / Towns, "ms") { Note = "processor time of the reader per poll" },
            new Figure($"{name}-server-time", byServer.TotalMilliseconds / Towns, "ms") { Note = "processor time of the simulated towns per poll" },
        ];
    }

    private static async Task<int> VersionsAsync(ReaderTown town)
    {
        await using var database = await town.Services.GetRequiredService<IDbContextFactory<RegionDb>>().CreateDbContextAsync();
        return await database.ProjectVersions.CountAsync();
    }

    private static TimeSpan Used(Process process)
    {
        process.Refresh();
        return process.TotalProcessorTime;
    }
}
