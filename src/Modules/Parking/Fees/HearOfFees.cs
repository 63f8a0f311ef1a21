using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Events;
using Modellstadt.Parking.Letters;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Storage;
using Modellstadt.Payments;

namespace Modellstadt.Parking.Fees;

/// <summary>Hears from the town's books which fees are overdue and which are settled; the news may be late, so the standing decides.</summary>
internal sealed class HearOfFees(
    IDbContextFactory<ParkingDb> databases, Receivables receivables, SuspendUnpaid suspension, NewsOutbox told, Outbox<ParkingDb> outbox, TimeProvider time) : IReceivableReceiver
{
    /// <inheritdoc />
    public async Task ReceiveAsync(ReceivableNews news, CancellationToken cancellationToken)
    {
        if (await FindAsync(news.Key, cancellationToken) is not { } notice || await receivables.ReadAsync(news.Key, cancellationToken) is not { } standing)
            return;

        // A permit does not rest because of tickets: for them the town reminds, and nothing more.
        if (notice.Occasion is ApplicationPurpose.VisitorTickets)
            return;
        if (standing.State is ReceivableState.Overdue)
            await NoteAsync(notice, cancellationToken);
        else if (standing.OpenCents == 0)
            await suspension.SettleAsync(notice.Id, time.GetUtcNow(), cancellationToken);
    }

    /// <summary>The notice behind a key of the books; null when the key is another module's.</summary>
    private async Task<FeeNotice?> FindAsync(string key, CancellationToken cancellationToken)
    {
        if (FeeNotice.ReferenceIn(key) is not { } reference)
            return null;

        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.FeeNotices.AsNoTracking().SingleOrDefaultAsync(notice => notice.Reference == reference, cancellationToken);
    }

    /// <summary>Notes it and tells the holder, once.</summary>
    private async Task NoteAsync(FeeNotice notice, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (await database.UnpaidFees.AnyAsync(unpaid => unpaid.NoticeId == notice.Id, cancellationToken))
            return;

        database.UnpaidFees.Add(new UnpaidFee { NoticeId = notice.Id, PermitId = notice.PermitId, ReceivableKey = notice.ReceivableKey, DueOn = notice.DueOn });
        told.Add(database, new PermitNews(NewsKind.FeeOverdue, null, notice.PermitId));
        await database.SaveChangesAsync(cancellationToken);
        outbox.Wake();
    }
}
