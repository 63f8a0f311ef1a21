using Microsoft.EntityFrameworkCore;
using Modellstadt.Region.Storage;

namespace Modellstadt.Region.Funding;

/// <summary>The funding ledger as it is written: whoever decides from sums sees those that nobody changes meanwhile.</summary>
internal sealed class FundingJournal(IDbContextFactory<RegionDb> databases, TimeProvider time) : SoleWriter<OpenFunding>(databases, time)
{
    /// <inheritdoc />
    protected override FormattableString Claim => $"UPDATE funding_journal SET last = last WHERE id = 1 RETURNING last AS \"Value\"";

    /// <inheritdoc />
    protected override FormattableString Keep(long last) => $"UPDATE funding_journal SET last = {last} WHERE id = 1";

    /// <inheritdoc />
    protected override OpenFunding Open(RegionDb database, long last, DateTimeOffset now) => new(database, last, now);
}

/// <summary>The funding ledger in the hands of its only writer.</summary>
internal sealed class OpenFunding(RegionDb database, long last, DateTimeOffset now) : OpenPapers(database, last, now)
{
    /// <summary>Adds an entry: its number and the moment are set here.</summary>
    public FundingEntry Add(FundingEntry entry)
    {
        var added = entry with { Number = Next(), RecordedAt = Now };
        Database.FundingEntries.Add(added);
        return added;
    }

    /// <summary>The entry that a form has brought before; null when it is new.</summary>
    public Task<FundingEntry?> FindAsync(string key, CancellationToken cancellationToken) =>
        Database.FundingEntries.AsNoTracking().SingleOrDefaultAsync(entry => entry.Key == key, cancellationToken);

    /// <summary>A notice with everything about it; null when there is none.</summary>
    public Task<NoticeStory?> StoryAsync(Guid id, CancellationToken cancellationToken) => NoticeStory.ReadAsync(Database, id, cancellationToken);
}
