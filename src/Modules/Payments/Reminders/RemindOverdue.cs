using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Rounds;
using Modellstadt.Kernel.Towns;
using Modellstadt.Payments.Ledger;
using Modellstadt.Payments.Owed;
using Modellstadt.Payments.Storage;

namespace Modellstadt.Payments.Reminders;

/// <summary>
/// Takes what is unpaid from level to level, each once and one a day at most. Days count only as far as the bank's statements reach:
/// whoever has paid since is not reminded. Nobody is reminded of what a clerk holds, what is asked to be given up, or what a payment
/// lies unassigned for.
/// </summary>
internal sealed class RemindOverdue(
    IDbContextFactory<PaymentsDb> databases, Journal journal, TownLevels town, TownCalendar calendar, TimeProvider time, ILogger<RemindOverdue> log)
    : RoundService(TimeSpan.FromHours(1), time, log)
{
    private const int MostPerWrite = 200;

    /// <inheritdoc />
    public override async Task RunRoundAsync(CancellationToken cancellationToken)
    {
        if (town.Levels is [])
            return;

        foreach (var (iban, covered) in await CoveredAsync(cancellationToken))
        {
            for (var reached = town.Levels.Count - 1; reached >= 0; reached--)
                await RemindAsync(new DueStep(town.Levels, reached, iban, covered), cancellationToken);
        }
    }

    /// <summary>The accounts of the town, and up to which day the books know what came to each.</summary>
    private async Task<List<(string Iban, DateOnly Covered)>> CoveredAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var closed = await database.Statements.GroupBy(statement => statement.Iban).Select(statements => new { Iban = statements.Key, Last = statements.Max(statement => statement.ClosedOn) }).ToListAsync(cancellationToken);
        return [.. closed.Select(account => (account.Iban, account.Last < calendar.Today ? account.Last : calendar.Today))];
    }

    private async Task RemindAsync(DueStep step, CancellationToken cancellationToken)
    {
        while (await AnyAsync(step, cancellationToken) && await RemindSomeAsync(step, cancellationToken) == MostPerWrite)
        {
        }
    }

    /// <summary>Looked at first without keeping other writers waiting.</summary>
    private async Task<bool> AnyAsync(DueStep step, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await step.In(database).AnyAsync(cancellationToken);
    }

    private Task<int> RemindSomeAsync(DueStep step, CancellationToken cancellationToken) => journal.WriteAsync(
        async open =>
        {
            var due = await step.In(open.Database).OrderBy(receivable => receivable.DueOn).Take(MostPerWrite).ToListAsync(cancellationToken);
            due.ForEach(receivable => Remind(open, receivable, step.Level));
            return due.Count;
        },
        cancellationToken);

    private void Remind(OpenJournal open, Receivable receivable, ReminderLevel level)
    {
        var today = calendar.Today;
        var reminder = new Reminder
        {
            ReceivableId = receivable.Id,
            Level = receivable.Reminders.Count + 1,
            Kind = level.Kind,
            RemindedOn = today,
            PayBy = today.AddDays(level.PayWithinDays),
            FeeCents = level.FeeCents,
            FeeBasis = level.FeeBasis,
        };
        receivable.Reminders.Add(reminder);
        if (level.FeeCents > 0)
            open.Post(receivable, new LedgerEvent($"reminded/{receivable.Id:D}/{reminder.Level}", EntryKind.ReminderFee, Actors.Program, today, level.FeeBasis), Bookings.Reminded(receivable, level.FeeCents));
        if (level.Kind is not ReminderKind.Enforcement)
            open.TellReminded(receivable, reminder.Level);
    }
}

/// <summary>The receivables that reach a level, as far as an account's statements tell.</summary>
/// <param name="Levels">The town's levels.</param>
/// <param name="Reached">How many of them they have reached.</param>
/// <param name="Iban">The account they are to be paid to.</param>
/// <param name="Covered">Up to which day the books know what came.</param>
internal sealed record DueStep(IReadOnlyList<ReminderLevel> Levels, int Reached, string Iban, DateOnly Covered)
{
    /// <summary>The level that is reached now.</summary>
    public ReminderLevel Level => Levels[Reached];

    /// <summary>Who reaches it. Between two levels lie at least the days that lie between them in the rule, however late the statements came.</summary>
    public IQueryable<Receivable> In(PaymentsDb database)
    {
        var latest = Covered.AddDays(-Level.DaysAfterDue);
        var before = Reached == 0 ? Covered : Covered.AddDays(Levels[Reached - 1].DaysAfterDue - Level.DaysAfterDue);
        return database.Receivables
            .Where(receivable => receivable.PayeeIban == Iban && receivable.DueOn <= latest && receivable.Reminders.Count == Reached && receivable.Reminders.All(reminder => reminder.RemindedOn <= before))
            .Where(MayBeReminded(database));
    }

    /// <summary>True for what is open and neither held, nor asked to be given up, nor perhaps paid by a movement that waits for a clerk.</summary>
    public static Expression<Func<Receivable, bool>> MayBeReminded(PaymentsDb database) => receivable =>
        receivable.OpenCents > 0 && receivable.HeldBecause == null
        && !database.WriteOffs.Any(wish => wish.ReceivableId == receivable.Id)
        && !database.Movements.Any(movement => movement.ProposedId == receivable.Id && movement.UnassignedCents > 0);
}
