using Microsoft.EntityFrameworkCore;
using Modellstadt.Payments.Ledger;
using Modellstadt.Payments.Owed;
using Modellstadt.Payments.Statements;
using Modellstadt.Payments.Storage;

namespace Modellstadt.Payments.Office;

/// <summary>The books at a glance.</summary>
/// <param name="Balances">What stands on each account.</param>
/// <param name="Statements">The last statements, newest first.</param>
/// <param name="Open">How many receivables are open.</param>
/// <param name="Unassigned">How many movements wait for a clerk.</param>
internal sealed record Books(IReadOnlyList<AccountBalance> Balances, IReadOnlyList<BankStatement> Statements, int Open, int Unassigned);

/// <summary>A statement with its movements in their order, and the references they were assigned to.</summary>
internal sealed record StatementStory(BankStatement Statement, IReadOnlyList<MovementRow> Movements);

/// <summary>A movement and the receivable that it is, or may be, for.</summary>
internal sealed record MovementRow(BankMovement Movement, Receivable? Receivable, Receivable? Proposal);

/// <summary>A receivable and everything that was booked for it, oldest first.</summary>
internal sealed record ReceivableStory(Receivable Receivable, IReadOnlyList<LedgerEntry> Entries, WriteOff? Wish);

/// <summary>Reads the books for clerks.</summary>
internal sealed class ReadBooks(IDbContextFactory<PaymentsDb> databases, TrialBalance balances)
{
    private const int LastStatements = 12;

    /// <summary>The books at a glance.</summary>
    public async Task<Books> AtAGlanceAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return new Books(
            await balances.ReadAsync(cancellationToken),
            await database.Statements.AsNoTracking().OrderByDescending(statement => statement.Sequence).Take(LastStatements).ToListAsync(cancellationToken),
            await database.Receivables.CountAsync(receivable => receivable.OpenCents > 0, cancellationToken),
            await database.Movements.CountAsync(movement => movement.UnassignedCents != 0, cancellationToken));
    }

    /// <summary>What became of a statement; null when there is none.</summary>
    public async Task<StatementStory?> StatementAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (await database.Statements.AsNoTracking().SingleOrDefaultAsync(statement => statement.Id == id, cancellationToken) is not { } statement)
            return null;

        var movements = database.Movements.Where(movement => movement.StatementId == id).OrderBy(movement => movement.Position);
        return new StatementStory(statement, await Rows(database, movements).ToListAsync(cancellationToken));
    }

    /// <summary>Movements that wait for a clerk, oldest first.</summary>
    public async Task<Slice<MovementRow>> UnassignedAsync(int page, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var waiting = database.Movements.Where(movement => movement.UnassignedCents != 0).OrderBy(movement => movement.BookedOn).ThenBy(movement => movement.Id);
        var slice = await Slice<BankMovement>.ReadAsync(waiting, page, cancellationToken);
        var ids = slice.Items.Select(movement => movement.Id).ToList();
        var rows = await Rows(database, database.Movements.Where(movement => ids.Contains(movement.Id))).ToListAsync(cancellationToken);
        return new Slice<MovementRow>([.. slice.Items.Select(movement => rows.Single(row => row.Movement.Id == movement.Id))], slice.Page, slice.HasNext);
    }

    /// <summary>Receivables of which something is open, those due first at the top; with a search all whose reference or name it is.</summary>
    public async Task<Slice<Receivable>> ReceivablesAsync(string? search, int page, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var found = database.Receivables.AsNoTracking();
        var words = search?.Trim() ?? "";
        var sought = string.Concat(words.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit));
        var whole = sought is { Length: > 0 and <= 21 } ? CreditorReference.Of(sought).Text : sought;
        found = words.Length == 0
            ? found.Where(receivable => receivable.OpenCents > 0)
            : found.Where(receivable => receivable.CreditorReference == sought || receivable.CreditorReference == whole || receivable.DebtorName.Contains(words));
        return await Slice<Receivable>.ReadAsync(found.OrderBy(receivable => receivable.DueOn).ThenBy(receivable => receivable.Reference), page, cancellationToken);
    }

    /// <summary>A receivable with all its entries; null when there is none.</summary>
    public async Task<ReceivableStory?> ReceivableAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (await database.Receivables.AsNoTracking().SingleOrDefaultAsync(receivable => receivable.Id == id, cancellationToken) is not { } receivable)
            return null;

        var part = id.ToString("D");
        var numbers = database.Lines.Where(line => line.Part == part).Select(line => line.Entry);
        return new ReceivableStory(
            receivable,
            await database.Entries.AsNoTracking().Include(entry => entry.Lines).Where(entry => numbers.Contains(entry.Number)).OrderBy(entry => entry.Number).ToListAsync(cancellationToken),
            await database.WriteOffs.AsNoTracking().SingleOrDefaultAsync(wish => wish.ReceivableId == id, cancellationToken));
    }

    private static IQueryable<MovementRow> Rows(PaymentsDb database, IQueryable<BankMovement> movements) =>
        from movement in movements.AsNoTracking()
        from receivable in database.Receivables.AsNoTracking().Where(receivable => receivable.Id == movement.ReceivableId).DefaultIfEmpty()
        from proposal in database.Receivables.AsNoTracking().Where(proposal => proposal.Id == movement.ProposedId).DefaultIfEmpty()
        select new MovementRow(movement, receivable, proposal);
}
