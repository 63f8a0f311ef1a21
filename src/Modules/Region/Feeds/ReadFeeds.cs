using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Rounds;
using Modellstadt.Region.Storage;

namespace Modellstadt.Region.Feeds;

/// <summary>
/// Reads the feeds of the towns that an administrator has named, some at once; what they say is taken over one after the other. Each page is taken over
/// in one transaction together with how far was read: a killed process reads it again, two processes take it over once. A feed that cannot be believed
/// stops at the last good entry and says why, and is asked less and less often; the others go on. Feeds without news cost no transaction of their own.
/// </summary>
internal sealed class ReadFeeds(
    FetchFeed fetch, TakeOver takeOver, IDbContextFactory<RegionDb> databases, IOptions<RegionOptions> options, TimeProvider time, ILogger<ReadFeeds> log)
    : RoundService(options.Value.ReadFeedsEvery, time, log)
{
    /// <summary>So many towns are asked at once.</summary>
    public const int AtOnce = 16;

    /// <summary>Pages of one feed in one round; the rest waits for the next.</summary>
    private const int MostPages = 100;

    /// <summary>So many feeds without news are noted together.</summary>
    private const int NotedTogether = 500;

    private readonly SemaphoreSlim writing = new(1, 1);

    /// <inheritdoc />
    public override async Task RunRoundAsync(CancellationToken cancellationToken)
    {
        var known = await KnownAsync(cancellationToken);
        var due = options.Value.Feeds.Where(source => known.GetValueOrDefault(source.Town)?.RestsUntil is not { } until || until <= Now);
        var quiet = new ConcurrentQueue<string>();
        await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (source, token) => await TryAsync(source.Town, (_, inner) => ReadAsync(source, known.GetValueOrDefault(source.Town), quiet, inner), token));
        await NoteAsync(quiet, cancellationToken);
    }

    /// <inheritdoc />
    public override void Dispose()
    {
        writing.Dispose();
        base.Dispose();
    }

    private async Task<Dictionary<string, FeedRow>> KnownAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Feeds.AsNoTracking().ToDictionaryAsync(feed => feed.Town, cancellationToken);
    }

    /// <summary>False when the feed was not read to its end.</summary>
    private async Task<bool> ReadAsync(FeedSource source, FeedRow? known, ConcurrentQueue<string> quiet, CancellationToken cancellationToken)
    {
        var after = known?.LastNumber ?? 0;
        for (var page = 0; page < MostPages; page++)
        {
            var answer = await fetch.AfterAsync(source, after, cancellationToken);
            if (page == 0 && answer is { Page: null, Failure: null } && known is { Failure: null })
            {
                quiet.Enqueue(source.Town);
                return true;
            }

            var (number, isMore, isRead) = await EnterAsync(source, after, answer, cancellationToken);
            if (!isMore)
                return isRead;
            after = number;
        }

        return true;
    }

    /// <summary>One writes at a time: SQLite would let the others wait anyway, and they wait for the network meanwhile.</summary>
    private async Task<(long Number, bool IsMore, bool IsRead)> EnterAsync(FeedSource source, long after, FeedAnswer answer, CancellationToken cancellationToken)
    {
        await writing.WaitAsync(cancellationToken);
        try
        {
            await using var database = await databases.CreateDbContextAsync(cancellationToken);
            var feed = await database.Feeds.FindAsync([source.Town], cancellationToken) ?? database.Feeds.Add(new FeedRow { Town = source.Town, LastNumber = 0 }).Entity;
            // Another process was faster: this answer is about what it has read since.
            if (feed.LastNumber != after)
                return (feed.LastNumber, true, true);

            var isMore = await takeOver.AnswerAsync(database, source, feed, answer, cancellationToken);
            return (feed.LastNumber, isMore, feed.Failure is null);
        }
        finally
        {
            writing.Release();
        }
    }

    /// <summary>When they answered last, for the office; whoever dies before has lost nothing else.</summary>
    private async Task NoteAsync(IEnumerable<string> quiet, CancellationToken cancellationToken)
    {
        var now = Now;
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        foreach (var towns in quiet.Chunk(NotedTogether))
            await database.Feeds.Where(feed => towns.Contains(feed.Town)).ExecuteUpdateAsync(feed => feed.SetProperty(row => row.ReadAt, now), cancellationToken);
    }
}
