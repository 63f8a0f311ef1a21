using Microsoft.EntityFrameworkCore;
using Modellstadt.Region.Storage;

namespace Modellstadt.Region.Reuse;

/// <summary>Reads what towns said of take-overs.</summary>
internal sealed class ReadReuse(IDbContextFactory<RegionDb> databases)
{
    /// <summary>The take-overs of a project, as far as they name the town that leads it; by the name of the taker.</summary>
    public Task<IReadOnlyList<ReuseStory>> OfProjectAsync(string project, string giver, CancellationToken cancellationToken) =>
        WhereAsync(records => records.Where(record => record.ProjectId == project && record.Giver == giver), cancellationToken);

    /// <summary>The take-overs in which a town gives or takes.</summary>
    public Task<IReadOnlyList<ReuseStory>> OfTownAsync(string ags, CancellationToken cancellationToken) =>
        WhereAsync(records => records.Where(record => record.Giver == ags || record.Taker == ags), cancellationToken);

    /// <summary>All take-overs.</summary>
    public Task<IReadOnlyList<ReuseStory>> AllAsync(CancellationToken cancellationToken) => WhereAsync(records => records, cancellationToken);

    /// <summary>One take-over; without records when nothing was said of it.</summary>
    public static async Task<ReuseStory> OneAsync(RegionDb database, string project, string giver, string taker, CancellationToken cancellationToken) =>
        (await StoriesAsync(database, database.ReuseRecords.Where(record => record.ProjectId == project && record.Giver == giver && record.Taker == taker), cancellationToken))
            .SingleOrDefault() ?? new ReuseStory(project, giver, taker, []);

    private async Task<IReadOnlyList<ReuseStory>> WhereAsync(Func<IQueryable<ReuseRecordRow>, IQueryable<ReuseRecordRow>> which, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await StoriesAsync(database, which(database.ReuseRecords), cancellationToken);
    }

    private static async Task<IReadOnlyList<ReuseStory>> StoriesAsync(RegionDb database, IQueryable<ReuseRecordRow> rows, CancellationToken cancellationToken)
    {
        var records = await rows.AsNoTracking()
            .Select(record => new { record.ProjectId, record.Giver, record.Taker, record.Content, Signers = database.ReuseSignatures.Where(signature => signature.RecordId == record.Id).Select(signature => signature.Town).ToList() })
            .ToListAsync(cancellationToken);
        return
        [
            .. records.GroupBy(record => (record.ProjectId, record.Giver, record.Taker))
                .Select(story => ReuseStory.Of(story.Key.ProjectId, story.Key.Giver, story.Key.Taker, story.Select(record => new SignedRecord(ReuseRecord.Read(record.Content), record.Signers.ToHashSet()))))
                .OrderBy(story => story.TakerName, StringComparer.InvariantCulture).ThenBy(story => story.Project, StringComparer.Ordinal),
        ];
    }
}
