using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Rules;
using Modellstadt.Parking.Storage;
using Modellstadt.Registers;

namespace Modellstadt.Parking.Lists.Import;

/// <summary>A list as its page shows it.</summary>
/// <param name="Import">The stored list.</param>
/// <param name="Table">Its columns and rows.</param>
/// <param name="Mapping">Which column means what.</param>
/// <param name="Rows">Every row, checked; empty while the mapping is incomplete.</param>
internal sealed record CheckedImport(PermitImport Import, ImportTable Table, ImportMapping Mapping, IReadOnlyList<CheckedRow> Rows)
{
    /// <summary>True when every row can be taken over.</summary>
    public bool IsFlawless => Rows.Count > 0 && Rows.All(row => row.Row.Permit is not null);
}

/// <summary>A row, and the person it means.</summary>
internal sealed record CheckedRow(ImportRow Row, string? ResidentId);

/// <summary>Checks a list against the town's facts, the resident register and the permits that are there.</summary>
internal sealed class CheckImport(IDbContextFactory<ParkingDb> databases, IResidentRegister residents, TownRules rules)
{
    private static readonly LocalizedText Unreachable = new("Das Melderegister antwortet gerade nicht.", "The resident register does not answer at the moment.");
    private static readonly LocalizedText Nobody = new("Das Melderegister kennt diese Person nicht.", "The resident register does not know this person.");
    private static readonly LocalizedText Several = new("Das Melderegister kennt mehrere solche Personen.", "The resident register knows several such persons.");

    /// <summary>The list and everything that is wrong with it; null when there is none.</summary>
    public async Task<Outcome<CheckedImport>> ExecuteAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (await database.PermitImports.AsNoTracking().SingleOrDefaultAsync(import => import.Id == id && import.Ags == rules.Ags, cancellationToken) is not { } import)
            return new ImportNotFound();
        if (!ImportTable.Read(import.Content).Succeeded(out var table, out var unreadable))
            return import.State is ImportState.TakenOver ? new CheckedImport(import, new ImportTable([], []), ImportMapping.Read(import.Mapping), []) : unreadable;

        var mapping = ImportMapping.Read(import.Mapping);
        if (!mapping.IsComplete)
            return new CheckedImport(import, table, mapping, []);

        var rows = new List<CheckedRow>(table.Rows.Count);
        foreach (var row in ImportRules.Check(table, mapping, rules.Today))
            rows.Add(await FindAsync(row, cancellationToken));
        return new CheckedImport(import, table, mapping, await CompareAsync(database, rows, cancellationToken));
    }

    private async Task<CheckedRow> FindAsync(ImportRow row, CancellationToken cancellationToken)
    {
        if (row.Permit?.Holder is not { } holder)
            return new CheckedRow(row, null);

        var answer = holder.RegisterKey is { } key
            ? await residents.ReadAsync(new ResidentId(key), cancellationToken)
            : await residents.FindAsync(new ResidentQuery(new PersonName(holder.GivenNames, holder.FamilyName), holder.BirthDate!.Value, null, null), cancellationToken);
        return answer.Match(
            person => new CheckedRow(row, person.Id.Value),
            () => new CheckedRow(row.With(Nobody), null),
            () => new CheckedRow(row.With(Several), null),
            () => new CheckedRow(row.With(Unreachable), null));
    }

    /// <summary>A number that is given already, a person who has a permit, two rows of one person: none of them is taken over.</summary>
    private async Task<IReadOnlyList<CheckedRow>> CompareAsync(ParkingDb database, List<CheckedRow> rows, CancellationToken cancellationToken)
    {
        var numbers = await database.Permits.Where(permit => permit.Ags == rules.Ags).Select(permit => permit.PermitNumber).ToHashSetAsync(cancellationToken);
        var holders = await database.Permits
            .Where(permit => permit.Ags == rules.Ags && (permit.State == PermitState.Active || permit.State == PermitState.Suspended))
            .Select(permit => permit.ResidentId)
            .ToHashSetAsync(cancellationToken);
        var compared = new List<CheckedRow>(rows.Count);
        foreach (var (row, resident) in rows)
            compared.Add(new CheckedRow(Compare(row, resident, numbers, holders), resident));
        return compared;
    }

    private static ImportRow Compare(ImportRow row, string? resident, HashSet<string> numbers, HashSet<string> holders)
    {
        if (row.Permit is not { } permit || resident is null)
            return row;
        if (numbers.Contains(permit.PermitNumber))
            return row.With(new($"Den Ausweis {permit.PermitNumber} gibt es schon.", $"The permit {permit.PermitNumber} exists already."));
        return holders.Add(resident) ? row : row.With(new("Diese Person hat schon einen Ausweis.", "This person has a permit already."));
    }
}
