using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Towns;
using Modellstadt.Payments.Ledger;

namespace Modellstadt.Payments.Owed;

/// <summary>Gives up what is open of a receivable (Niederschlagung): one clerk asks, another one confirms. What comes in later is taken all the same.</summary>
internal sealed class GiveUp(Journal journal, AuditTrail audit, TownCalendar calendar)
{
    /// <summary>Shortest reason, characters.</summary>
    public const int ShortestReason = 3;

    /// <summary>Longest reason, characters.</summary>
    public const int LongestReason = 200;

    /// <summary>Asks to give up; asked again, the first wish stays.</summary>
    public Task<Outcome<WriteOff>> AskAsync(Guid id, string? reason, Guid clerk, CancellationToken cancellationToken) => journal.TryWriteAsync<WriteOff>(
        async open =>
        {
            if (reason?.Trim() is not { Length: >= ShortestReason and <= LongestReason } given)
                return new WriteOffNeedsReason();
            if (await open.Database.Receivables.SingleOrDefaultAsync(found => found.Id == id, cancellationToken) is not { } receivable)
                return new NoSuchReceivable();
            if (receivable.OpenCents == 0)
                return new NothingOpen();
            if (await open.Database.WriteOffs.SingleOrDefaultAsync(asked => asked.ReceivableId == id, cancellationToken) is { } earlier)
                return earlier;

            var wish = new WriteOff { ReceivableId = id, Reason = given, AskedBy = Actors.Staff(clerk), AskedAt = open.Now };
            open.Database.WriteOffs.Add(wish);
            audit.Add(open.Database, wish.AskedBy, "write-off-asked", SubjectOf(id), given);
            return wish;
        },
        cancellationToken);

    /// <summary>Confirms: what is open at that moment is given up. Refused when the one who asked confirms.</summary>
    public Task<Outcome<Receivable>> ConfirmAsync(Guid id, Guid clerk, CancellationToken cancellationToken) => journal.TryWriteAsync<Receivable>(
        async open =>
        {
            if (await open.Database.WriteOffs.SingleOrDefaultAsync(asked => asked.ReceivableId == id, cancellationToken) is not { } wish)
                return new NoSuchReceivable();
            if (wish.AskedBy == Actors.Staff(clerk))
                return new SecondClerkNeeded();

            var receivable = await open.Database.Receivables.SingleAsync(found => found.Id == id, cancellationToken);
            open.Database.WriteOffs.Remove(wish);
            // It may have been paid since it was asked for.
            if (receivable.OpenCents > 0)
                open.Post(receivable, new LedgerEvent($"written-off/{id:D}/{open.Last + 1}", EntryKind.WrittenOff, Actors.Staff(clerk), calendar.Today, wish.Reason), Bookings.WrittenOff(receivable));
            audit.Add(open.Database, Actors.Staff(clerk), "write-off-confirmed", SubjectOf(id));
            return receivable;
        },
        cancellationToken);

    /// <summary>Drops the wish; harmless when there is none.</summary>
    public Task<Outcome<Guid>> DropAsync(Guid id, Guid clerk, CancellationToken cancellationToken) => journal.TryWriteAsync<Guid>(
        async open =>
        {
            if (await open.Database.WriteOffs.SingleOrDefaultAsync(asked => asked.ReceivableId == id, cancellationToken) is { } wish)
            {
                open.Database.WriteOffs.Remove(wish);
                audit.Add(open.Database, Actors.Staff(clerk), "write-off-dropped", SubjectOf(id));
            }

            return id;
        },
        cancellationToken);

    /// <summary>The receivable in the audit trail.</summary>
    public static string SubjectOf(Guid id) => $"receivable/{id:D}";
}
