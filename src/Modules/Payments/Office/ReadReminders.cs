using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Payments.Owed;
using Modellstadt.Payments.Reminders;
using Modellstadt.Payments.Storage;

namespace Modellstadt.Payments.Office;

/// <summary>A receivable that has reached the last level and is still open.</summary>
/// <param name="Receivable">The receivable.</param>
/// <param name="DunnedOn">The day of the last dunning letter; null when the town's levels hold none.</param>
/// <param name="RipeOn">The day on which it reached the last level.</param>
internal sealed record RipeReceivable(Receivable Receivable, DateOnly? DunnedOn, DateOnly RipeOn);

/// <summary>Reads for clerks what is ripe for enforcement.</summary>
internal sealed class ReadReminders(IDbContextFactory<PaymentsDb> databases, AuditTrail audit)
{
    /// <summary>What is ripe and may still be pursued, the oldest first; who has paid since, or is held, is not in it.</summary>
    public async Task<IReadOnlyList<RipeReceivable>> RipeAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await RipeAsync(database, cancellationToken);
    }

    /// <summary>The same for the office that enforces; the audit trail tells who took it along.</summary>
    public async Task<IReadOnlyList<RipeReceivable>> HandOverAsync(Guid clerk, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var ripe = await RipeAsync(database, cancellationToken);
        audit.Add(database, Actors.Staff(clerk), "enforcement-list-fetched", "receivables", ripe.Count.ToString(CultureInfo.InvariantCulture));
        await database.SaveChangesAsync(cancellationToken);
        return ripe;
    }

    private static async Task<IReadOnlyList<RipeReceivable>> RipeAsync(PaymentsDb database, CancellationToken cancellationToken)
    {
        var ripe = await database.Receivables.AsNoTracking()
            .Where(receivable => receivable.Reminders.Any(reminder => reminder.Kind == ReminderKind.Enforcement))
            .Where(DueStep.MayBeReminded(database))
            .OrderBy(receivable => receivable.DueOn).ThenBy(receivable => receivable.Reference)
            .ToListAsync(cancellationToken);
        return [.. ripe.Select(Of)];
    }

    private static RipeReceivable Of(Receivable receivable) => new(
        receivable,
        receivable.Reminders.Where(reminder => reminder.Kind is ReminderKind.Dunning).Max(reminder => (DateOnly?)reminder.RemindedOn),
        receivable.Reminders.Single(reminder => reminder.Kind is ReminderKind.Enforcement).RemindedOn);
}
