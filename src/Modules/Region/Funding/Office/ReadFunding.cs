using Microsoft.EntityFrameworkCore;
using Modellstadt.Region.Storage;

namespace Modellstadt.Region.Funding.Office;

/// <summary>Reads the funding ledger for clerks.</summary>
internal sealed class ReadFunding(IDbContextFactory<RegionDb> databases)
{
    /// <summary>All notices, by project.</summary>
    public async Task<IReadOnlyList<NoticeStory>> AllAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await NoticeStory.ReadAllAsync(database, cancellationToken);
    }

    /// <summary>A notice; null when there is none.</summary>
    public async Task<NoticeStory?> OneAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await NoticeStory.ReadAsync(database, id, cancellationToken);
    }

    /// <summary>What looks like double funding on a day, over all notices.</summary>
    public async Task<IReadOnlyList<DoubleFundingFinding>> DoubleAsync(DateOnly day, CancellationToken cancellationToken) =>
        DoubleFunding.Check([.. (await AllAsync(cancellationToken)).Select(story => new FundedNotice(story.Notice, story.On(day), story.Entries))]);
}
