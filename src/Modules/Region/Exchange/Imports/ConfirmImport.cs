using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Region.Storage;

namespace Modellstadt.Region.Exchange.Imports;

/// <summary>
/// Takes over what a previewed document says, in one transaction: entries that are new or say something else become a new version, nothing is
/// overwritten. A document counts once; the same one again, brought anew, changes nothing.
/// </summary>
internal sealed class ConfirmImport(IDbContextFactory<RegionDb> databases, ReadImports imports, AuditTrail trail, TimeProvider time)
{
    /// <summary>Takes it over.</summary>
    /// <returns>How many entries are new or changed.</returns>
    public async Task<Outcome<int>> ExecuteAsync(Guid draft, string actor, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        if (await imports.PreviewAsync(database, draft, cancellationToken) is not { } preview || await database.ImportDrafts.Where(row => row.Id == draft).ExecuteDeleteAsync(cancellationToken) == 0)
            return new NoSuchImport();

        var taken = preview.Lines.Where(line => line.Effect is not ImportEffect.Refused).Select(line => line.Entry.Result!).ToList();
        var ids = taken.ConvertAll(result => result.Id);
        var rows = await database.ForeignResults.Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancellationToken);
        var changed = taken.Count(result => Enter(database, rows.GetValueOrDefault(result.Id), result, actor));
        trail.Add(database, actor, "results-imported", new Uri(preview.Source.Address).Host, string.Create(CultureInfo.InvariantCulture, $"{changed} of {preview.Lines.Count}"));
        try
        {
            await database.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            return new ImportOvertaken();
        }

        await transaction.CommitAsync(cancellationToken);
        return changed;
    }

    /// <summary>False when it stands there as it is: only the day is new.</summary>
    private bool Enter(RegionDb database, ForeignResultRow? row, ForeignResult result, string actor)
    {
        var (now, content) = (time.GetUtcNow(), result.Write());
        if (row?.Content == content)
        {
            row.ImportedAt = now;
            return false;
        }

        if (row is null)
            row = database.ForeignResults.Add(new ForeignResultRow { Id = result.Id, Version = 1, ImportedAt = now, Content = content }).Entity;
        else
            (row.Version, row.ImportedAt, row.Content) = (row.Version + 1, now, content);
        database.ForeignResultVersions.Add(new ForeignResultVersionRow { ResultId = row.Id, Version = row.Version, ChangedAt = now, ChangedBy = actor, Content = content });
        return true;
    }
}
