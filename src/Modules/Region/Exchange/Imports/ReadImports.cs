using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Towns;
using Modellstadt.Region.Storage;

namespace Modellstadt.Region.Exchange.Imports;

/// <summary>An imported entry as it stands.</summary>
/// <param name="Result">What it says.</param>
/// <param name="Version">How often it has changed, from 1.</param>
/// <param name="ImportedAt">When it was imported last.</param>
internal sealed record StandingResult(ForeignResult Result, int Version, DateTimeOffset ImportedAt);

/// <summary>A document with what its import would do.</summary>
/// <param name="Source">Where it was found.</param>
/// <param name="Lines">A line for each entry.</param>
internal sealed record ImportPreview(DocumentSource Source, IReadOnlyList<ImportLine> Lines);

/// <summary>Reads what is imported, and what an import would do.</summary>
internal sealed class ReadImports(IDbContextFactory<RegionDb> databases, IOptions<TownOptions> town, IOptions<RegionOptions> region, TimeProvider time)
{
    /// <summary>Everything that stands, by title.</summary>
    public async Task<IReadOnlyList<StandingResult>> AllAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return [.. (await database.ForeignResults.AsNoTracking().ToListAsync(cancellationToken)).Select(Read).Where(standing => standing.Result.Removed is null).OrderBy(standing => standing.Result.Title, StringComparer.InvariantCultureIgnoreCase)];
    }

    /// <summary>An entry, one that was taken out too; null when there is none.</summary>
    public async Task<StandingResult?> FindAsync(string id, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.ForeignResults.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is { } row ? Read(row) : null;
    }

    /// <summary>What the import of a kept document would do now; null when it is not kept (any more).</summary>
    public async Task<ImportPreview?> PreviewAsync(Guid draft, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await PreviewAsync(database, draft, cancellationToken);
    }

    /// <summary>The same within a transaction.</summary>
    public async Task<ImportPreview?> PreviewAsync(RegionDb database, Guid draft, CancellationToken cancellationToken)
    {
        var oldest = time.GetUtcNow() - PrepareImport.Lifetime;
        if (await database.ImportDrafts.AsNoTracking().SingleOrDefaultAsync(row => row.Id == draft && row.CreatedAt >= oldest, cancellationToken) is not { } kept)
            return null;
        var source = new DocumentSource(kept.Source, kept.Fetched);
        if (ForeignDocument.Read(kept.Content, source).Document is not { } document)
            return null;

        var ids = document.Entries.Select(entry => entry.Result?.Id).OfType<string>().ToList();
        var known = await database.ForeignResults.AsNoTracking().Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => ForeignResult.Read(row.Content), cancellationToken);
        return new(source, ImportRules.Decide(document.Entries, known, Towns));
    }

    private HashSet<string> Towns => new(region.Value.Feeds.Select(feed => feed.Url!.Host).Append(town.Value.PublicUrl.Host), StringComparer.OrdinalIgnoreCase);

    private static StandingResult Read(ForeignResultRow row) => new(ForeignResult.Read(row.Content), row.Version, row.ImportedAt);
}
