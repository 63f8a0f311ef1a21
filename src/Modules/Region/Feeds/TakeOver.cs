using System.Globalization;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Towns;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Region.Storage;

namespace Modellstadt.Region.Feeds;

/// <summary>Takes the states that another town tells of its projects into the register, each as a new version of what stood there, and its notes to those who read them.</summary>
internal sealed class TakeOver(IOptions<TownOptions> town, IOptions<RegionOptions> region, TimeProvider time, IEnumerable<INoteReader> readers)
{
    /// <summary>Stands in the history where others name the account, before the town's key.</summary>
    public const string ActorPrefix = "feed/";

    /// <summary>Takes an answer over, as far as it can be believed, and stores how far.</summary>
    /// <returns>True when the feed goes on behind it.</returns>
    public async Task<bool> AnswerAsync(RegionDb database, FeedSource source, FeedRow feed, FeedAnswer answer, CancellationToken cancellationToken)
    {
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var failure = answer.Failure ?? (answer.Page is { } page ? await PageAsync(database, source, feed, page, cancellationToken) : null);
        (feed.Failure, feed.ReadAt) = (failure?.ToString(), answer.Failure is FeedFailure.Unreachable ? feed.ReadAt : time.GetUtcNow());
        feed.Failures = failure is null ? 0 : feed.Failures + 1;
        feed.RestsUntil = FeedRest.Until(feed.Failures, region.Value.ReadFeedsEvery, town.Value.Ags, feed.Town, time.GetUtcNow());
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return failure is null && answer.Page is { Last: var last } && feed.LastNumber < last;
    }

    private async Task<FeedFailure?> PageAsync(RegionDb database, FeedSource source, FeedRow feed, FeedPage page, CancellationToken cancellationToken)
    {
        if (page.Key.Thumbprint != source.Key)
            return FeedFailure.ForeignKey;
        if (page.Last < feed.LastNumber)
            return FeedFailure.RolledBack;
        if (page.Entries.Count == 0 && page.Last > feed.LastNumber)
            return FeedFailure.Unreadable;

        using var key = VerificationKey.Import(page.Key);
        foreach (var signed in page.Entries)
        {
            var (number, refusal) = FeedNote.Read(signed, key) is { } note
                ? (note.Number, await NoteAsync(database, note, feed, key, cancellationToken))
                : await EntryAsync(database, FeedEntry.Read(signed, key), feed, cancellationToken);
            if (refusal is not null)
                return refusal;

            feed.LastNumber = number;
        }

        return null;
    }

    private async Task<FeedFailure?> NoteAsync(RegionDb database, FeedNote note, FeedRow feed, VerificationKey key, CancellationToken cancellationToken)
    {
        if (FeedRules.Refuse(note, feed.Town, feed.LastNumber, town.Value.Demo, time.GetUtcNow()) is { } refusal)
            return refusal;

        // A kind that nobody here knows is passed over: other towns may be ahead of this one.
        return readers.FirstOrDefault(known => known.Kind == note.Kind) is { } reader ? await reader.EnterAsync(database, note, key, cancellationToken) : null;
    }

    private async Task<(long Number, FeedFailure? Failure)> EntryAsync(RegionDb database, FeedEntry? entry, FeedRow feed, CancellationToken cancellationToken)
    {
        if (entry is null)
            return (0, FeedFailure.EntryRefused);
        if (FeedRules.Refuse(entry, feed.Town, feed.LastNumber, town.Value.Demo, time.GetUtcNow()) is { } refusal)
            return (0, refusal);

        await EnterAsync(database, entry, cancellationToken);
        return (entry.Number, null);
    }

    private async Task EnterAsync(RegionDb database, FeedEntry entry, CancellationToken cancellationToken)
    {
        var content = entry.Project.Write();
        var known = await database.Projects.FindAsync([entry.Project.Id], cancellationToken);
        if (known is not null && known.Town != entry.Town)
        {
            await KeepOutAsync(database, entry, cancellationToken);
            return;
        }

        if (known?.Content == content)
            return;

        var now = time.GetUtcNow();
        if (known is null)
            known = database.Projects.Add(new ProjectRow { Id = entry.Project.Id, Town = entry.Town, Version = 1, ChangedAt = now, Content = content }).Entity;
        else
            (known.Version, known.ChangedAt, known.Content) = (known.Version + 1, now, content);

        database.ProjectVersions.Add(new ProjectVersionRow
        {
            ProjectId = known.Id,
            Version = known.Version,
            ChangedAt = now,
            ChangedBy = ActorPrefix + entry.Town,
            Reason = string.Create(CultureInfo.InvariantCulture, $"#{entry.Number}"),
            Content = content,
        });
    }

    /// <summary>The register knows the name as that of another town's project: this one stays out, the office sees it until its town takes it back, and the feed goes on.</summary>
    private static async Task KeepOutAsync(RegionDb database, FeedEntry entry, CancellationToken cancellationToken)
    {
        var known = await database.FeedClashes.FindAsync([entry.Town, entry.Project.Id], cancellationToken);
        if (entry.Project.Withdrawn is not null)
            database.FeedClashes.RemoveRange(new[] { known }.OfType<FeedClashRow>());
        else if (known is not null)
            (known.Title, known.Number) = (entry.Project.Title, entry.Number);
        else
            database.FeedClashes.Add(new FeedClashRow { Town = entry.Town, ProjectId = entry.Project.Id, Title = entry.Project.Title, Number = entry.Number });
    }
}
