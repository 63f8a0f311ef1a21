using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Towns;
using Modellstadt.Payments.Ledger;

namespace Modellstadt.Payments.Refunding;

/// <summary>The second pair of eyes: money leaves the town only when another clerk than the maker has released it.</summary>
internal sealed class DecideRefundFile(Journal journal, AuditTrail audit, TownCalendar calendar)
{
    /// <summary>Releases a file for the bank; harmless when it was released before.</summary>
    public Task<Outcome<RefundFile>> ReleaseAsync(Guid id, Guid clerk, CancellationToken cancellationToken) => DecideAsync(
        id, RefundFileState.Released, clerk, (open, file) =>
        {
            if (file.MadeBy == Actors.Staff(clerk))
                return Task.FromResult<Refusal?>(new SecondClerkNeeded());

            file.ExecuteOn = calendar.Today;
            return Task.FromResult<Refusal?>(null);
        },
        cancellationToken);

    /// <summary>Gives a file up before it was released: everything in it is owed back as before.</summary>
    public Task<Outcome<RefundFile>> DiscardAsync(Guid id, Guid clerk, CancellationToken cancellationToken) => DecideAsync(
        id, RefundFileState.Discarded, clerk, async (open, file) =>
        {
            foreach (var refund in await open.Database.Refunds.Where(refund => refund.FileId == id).OrderBy(refund => refund.Position).ToListAsync(cancellationToken))
                await RefundBack.PostAsync(open, refund, new LedgerEvent($"refund/{refund.Id:D}/discarded", EntryKind.RefundFailed, Actors.Staff(clerk), calendar.Today), cancellationToken);
            return null;
        },
        cancellationToken);

    private Task<Outcome<RefundFile>> DecideAsync(
        Guid id, RefundFileState decision, Guid clerk, Func<OpenJournal, RefundFile, Task<Refusal?>> work, CancellationToken cancellationToken) => journal.TryWriteAsync<RefundFile>(
        async open =>
        {
            if (await open.Database.RefundFiles.SingleOrDefaultAsync(found => found.Id == id, cancellationToken) is not { } file)
                return new NoSuchRefundFile();
            if (file.State == decision)
                return file;
            if (file.State is not RefundFileState.Made)
                return new RefundFileDecided();
            if (await work(open, file) is { } refusal)
                return refusal;

            (file.State, file.DecidedAt, file.DecidedBy) = (decision, open.Now, Actors.Staff(clerk));
            audit.Add(open.Database, file.DecidedBy, decision is RefundFileState.Released ? "refund-file-released" : "refund-file-discarded", $"refund-file/{id:D}", file.Name);
            return file;
        },
        cancellationToken);
}
