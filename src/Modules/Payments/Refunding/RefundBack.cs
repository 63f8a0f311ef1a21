using Microsoft.EntityFrameworkCore;
using Modellstadt.Payments.Ledger;

namespace Modellstadt.Payments.Refunding;

/// <summary>A refund that did not reach its recipient: the money is owed back as before.</summary>
internal static class RefundBack
{
    /// <summary>Books it from under way to owed back.</summary>
    public static async Task PostAsync(OpenJournal open, Refund refund, LedgerEvent happened, CancellationToken cancellationToken)
    {
        refund.State = RefundState.Failed;
        if (refund.ReceivableId is { } id)
        {
            var receivable = await open.Database.Receivables.SingleAsync(found => found.Id == id, cancellationToken);
            open.Post(receivable, happened, Bookings.RefundFailed(refund));
            return;
        }

        var movement = await open.Database.Movements.SingleAsync(found => found.Id == refund.MovementId, cancellationToken);
        movement.RefundableCents += refund.Cents;
        open.Post(happened, Bookings.RefundFailed(refund));
    }
}
