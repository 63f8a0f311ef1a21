using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Modellstadt.Kernel.Towns;

namespace Modellstadt.Registers;

/// <summary>
/// Takes over a finished file of the supplier: checked row by row, compared with the one in force, stored with all changes in one
/// transaction. A file with a single problem changes nothing. Can be repeated at any time, by several processes at once.
/// </summary>
internal sealed partial class TakeOverExport<TEntry, TStored>(
    IDbContextFactory<RegistersDb> databases, IExport<TEntry, TStored> export, RegisterChanges changes, TownCalendar calendar, ILogger<TakeOverExport<TEntry, TStored>> log)
    where TEntry : class
    where TStored : StoredEntry
{
    private const int RowsAtOnce = 2_000;

    /// <summary>True when a file was put in force.</summary>
    public async Task<bool> ExecuteAsync(CancellationToken cancellationToken)
    {
        if (export.Door is not { Source: RegisterSource.Files, Folder: { } folder } || DroppedFile.Find(folder, export.Name) is not { } file)
            return false;

        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var stored = await database.Exports.SingleOrDefaultAsync(stored => stored.Name == export.Name, cancellationToken);
        if (stored is not null && (stored.RefusedFile ?? stored.AcceptedFile) == file.Fingerprint)
            return false;

        stored ??= database.Exports.Add(new StoredExport { Name = export.Name }).Entity;
        var problems = new ExportProblems();
        var entries = Read(file, problems);
        var found = problems.Count == 0 ? await CompareAsync(database, stored, entries, problems, cancellationToken) : null;
        if (found is null)
        {
            stored.Refuse(file.Fingerprint, problems, calendar.Now);
            await database.SaveChangesAsync(cancellationToken);
            Refused(export.Name, problems.Count, problems.First[0].Row, problems.First[0].Column, problems.First[0].Kind);
            return false;
        }

        stored.Accept(file.Fingerprint, entries.Count, calendar.Now, calendar.Today);
        try
        {
            await StoreAsync(database, found, cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return false; // Another process has just taken a file over.
        }

        Accepted(export.Name, entries.Count, found.Changes.Count);
        changes.Wake();
        return true;
    }

    private IReadOnlyCollection<TEntry> Read(DroppedFile file, ExportProblems problems)
    {
        IReadOnlyCollection<TEntry> entries = [];
        if (file.Length > export.Door.MostMegabytes * 1024L * 1024L)
            problems.Add(0, "", ExportProblemKind.TooLarge);
        else if (file.Digest.Length == 0 || !file.Read(content => entries = export.Read(content, export.Door.MostRows, problems)))
            problems.Replace(0, "", ExportProblemKind.WrongChecksum);
        return entries;
    }

    /// <summary>What is different from the file in force; null when so much is gone that the file must be wrong.</summary>
    private async Task<Comparison?> CompareAsync(RegistersDb database, StoredExport inForce, IReadOnlyCollection<TEntry> entries, ExportProblems problems, CancellationToken cancellationToken)
    {
        var known = await database.Set<TStored>().AsNoTracking().Select(row => new { row.Key, row.Checksum }).ToDictionaryAsync(row => row.Key, row => row.Checksum, cancellationToken);
        var all = known.Count;
        var comparison = new Comparison([], [], [], []);
        var changed = new Dictionary<string, TEntry>();
        var (then, ids) = (inForce.AcceptedOn, new ChangeIds($"{export.Name}/{inForce.Revision}"));
        foreach (var entry in entries)
        {
            var row = export.Store(entry);
            var isKnown = known.Remove(row.Key, out var checksum);
            if (checksum == row.Checksum)
                comparison.Add(export.Between(entry, then!.Value, entry, calendar.Today, ids));
            else if (isKnown)
                changed.Add(row.Key, entry);
            else
                comparison.Added.Add(row);
            if (!isKnown && then is not null)
                comparison.Add(export.Between(null, then.Value, entry, calendar.Today, ids));
        }

        comparison.Gone.AddRange(known.Keys);
        await foreach (var before in StoredAsync(database, [.. changed.Keys, .. known.Keys], cancellationToken))
            comparison.Add(export.Between(before.Read<TEntry>(), then!.Value, changed.GetValueOrDefault(before.Key), calendar.Today, ids));
        comparison.Replaced.AddRange(changed.Values.Select(export.Store));

        if (Math.Max(known.Count, comparison.Losses) <= Math.Max(export.Door.MostGone, all * (long)export.Door.MostGonePercent / 100))
            return comparison;

        problems.Add(0, "", ExportProblemKind.TooManyGone);
        return null;
    }

    private static async IAsyncEnumerable<TStored> StoredAsync(
        RegistersDb database, string[] keys, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var some in keys.Chunk(500))
            foreach (var row in await database.Set<TStored>().AsNoTracking().Where(row => some.Contains(row.Key)).ToListAsync(cancellationToken))
                yield return row;
    }

    private async Task StoreAsync(RegistersDb database, Comparison found, CancellationToken cancellationToken)
    {
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        // First the export itself: of two processes the slower one ends here, before it has written anything else.
        await database.SaveChangesAsync(cancellationToken);
        foreach (var some in found.Gone.Chunk(500))
            await database.Set<TStored>().Where(row => some.Contains(row.Key)).ExecuteDeleteAsync(cancellationToken);
        foreach (var some in found.Added.Chunk(RowsAtOnce))
            await SaveAsync(database, () => database.AddRange(some), cancellationToken);
        foreach (var some in found.Replaced.Chunk(RowsAtOnce))
            await SaveAsync(database, () => database.UpdateRange(some), cancellationToken);
        foreach (var some in found.Changes.Chunk(RowsAtOnce))
            await SaveAsync(database, () => Array.ForEach(some, change => changes.Add(database, change)), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static async Task SaveAsync(RegistersDb database, Action add, CancellationToken cancellationToken)
    {
        database.ChangeTracker.Clear();
        add();
        await database.SaveChangesAsync(cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The export {Register} is in force: {Entries} entries, {Changes} changes")]
    private partial void Accepted(string register, int entries, int changes);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The export {Register} was not taken over, the one before stays in force: {Count} problems, the first in row {Row}, column '{Column}': {Kind}")]
    private partial void Refused(string register, int count, int row, string column, ExportProblemKind kind);

    /// <summary>What is different in a new file.</summary>
    private sealed record Comparison(List<TStored> Added, List<TStored> Replaced, List<string> Gone, List<RegisterChange> Changes)
    {
        /// <summary>Changes that take something away from somebody.</summary>
        public int Losses => Changes.Count(change => change is RegisterChange.Died or RegisterChange.MovedAway or RegisterChange.VehicleGone);

        public void Add(IEnumerable<RegisterChange> found) => Changes.AddRange(found);
    }
}
