using Microsoft.EntityFrameworkCore;
using Modellstadt.Region.Storage;

namespace Modellstadt.Region.Board;

/// <summary>Reads the papers of the board.</summary>
internal sealed class ReadBoard(IDbContextFactory<RegionDb> databases)
{
    /// <summary>All meetings, the latest first.</summary>
    public async Task<IReadOnlyList<MeetingStory>> MeetingsAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await MeetingStory.ReadAllAsync(database, cancellationToken);
    }

    /// <summary>A meeting; null when there is none.</summary>
    public async Task<MeetingStory?> MeetingAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await MeetingStory.ReadAsync(database, id, cancellationToken);
    }

    /// <summary>All proposals, those that were touched last first.</summary>
    public async Task<IReadOnlyList<ProposalStory>> ProposalsAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await ProposalStory.ReadAllAsync(database, cancellationToken);
    }

    /// <summary>A proposal; null when there is none.</summary>
    public async Task<ProposalStory?> ProposalAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await ProposalStory.ReadAsync(database, id, cancellationToken);
    }

    /// <summary>The proposal that a notice came of; null when it came of none.</summary>
    public async Task<ProposalStory?> ProposalOfAsync(Guid notice, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.BoardNotices.AsNoTracking().SingleOrDefaultAsync(link => link.NoticeId == notice, cancellationToken) is { } link
            ? await ProposalStory.ReadAsync(database, link.ProposalId, cancellationToken)
            : null;
    }
}
