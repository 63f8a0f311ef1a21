using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Payments.Ledger;
using Modellstadt.Payments.Owed;

namespace Modellstadt.Payments.Reminders;

/// <summary>Keeps reminders away from a receivable (Mahnsperre), because somebody has brought an action or says that it is wrong; and lets them go on.</summary>
internal sealed class HoldReminders(Journal journal, AuditTrail audit)
{
    /// <summary>Holds; held already, the new reason counts.</summary>
    public Task<Outcome<Receivable>> HoldAsync(Guid id, string? reason, Guid clerk, CancellationToken cancellationToken) => ChangeAsync(
        id,
        receivable =>
        {
            if (reason?.Trim() is not { Length: >= GiveUp.ShortestReason and <= GiveUp.LongestReason } given)
                return new HoldNeedsReason();
            if (receivable.OpenCents == 0)
                return new NothingOpen();

            receivable.HeldBecause = given;
            return ("reminders-held", given);
        },
        clerk, cancellationToken);

    /// <summary>Lets reminders go on; harmless when nobody held them.</summary>
    public Task<Outcome<Receivable>> LiftAsync(Guid id, Guid clerk, CancellationToken cancellationToken) => ChangeAsync(
        id,
        receivable =>
        {
            receivable.HeldBecause = null;
            return ("reminders-go-on", null);
        },
        clerk, cancellationToken);

    private Task<Outcome<Receivable>> ChangeAsync(Guid id, Func<Receivable, Outcome<(string Action, string? Detail)>> change, Guid clerk, CancellationToken cancellationToken) => journal.TryWriteAsync<Receivable>(
        async open =>
        {
            if (await open.Database.Receivables.SingleOrDefaultAsync(found => found.Id == id, cancellationToken) is not { } receivable)
                return new NoSuchReceivable();
            if (!change(receivable).Succeeded(out var changed, out var refusal))
                return refusal;

            audit.Add(open.Database, Actors.Staff(clerk), changed.Action, GiveUp.SubjectOf(id), changed.Detail);
            return receivable;
        },
        cancellationToken);
}
