using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Rounds;
using Modellstadt.Region.Storage;

namespace Modellstadt.Region.Feeds;

/// <summary>
/// Reads the feeds of the towns that an administrator has named, one after the other. Each page is taken over in one transaction together with how far
/// was read: a killed process reads it again, two processes take it over once. A feed that cannot be believed stops at the last good entry and says
/// why; the others go on.
/// </summary>
internal sealed class ReadFeeds(
    FetchFeed fetch, TakeOver takeOver, IDbContextFactory<RegionDb> databases, IOptions<RegionOptions> options, TimeProvider time, ILogger<ReadFeeds> log)
    : RoundService(options.Value.ReadFeedsEvery, time, log)
{
    /// <summary>Pages of one feed in one round; the rest waits for the next.</summary>
    private const int MostPages = 100;

    /// <inheritdoc />
    public override async Task RunRoundAsync(CancellationToken cancellationToken)
    {
        foreach (var source in options.Value.Feeds)
            await TryAsync(source.Town, (_, token) => ReadAsync(source, token), cancellationToken);
    }

    private async Task<bool> ReadAsync(FeedSource source, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var feed = await database.Feeds.FindAsync([source.Town], cancellationToken) ?? database.Feeds.Add(new FeedRow { Town = source.Town, LastNumber = 0 }).Entity;
        for (var page = 0; page < MostPages; page++)
        {
            var answer = await fetch.AfterAsync(source, feed.LastNumber, cancellationToken);
            if (!await takeOver.AnswerAsync(database, source, feed, answer, cancellationToken))
                return feed.Failure is null;
        }

        return true;
    }
}
