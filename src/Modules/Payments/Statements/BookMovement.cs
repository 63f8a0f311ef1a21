using Microsoft.EntityFrameworkCore;
using Modellstadt.Payments.Ledger;
using Modellstadt.Payments.Refunding;

namespace Modellstadt.Payments.Statements;

/// <summary>Writes what was decided about a movement into the books.</summary>
internal static class BookMovement
{
    /// <summary>Posts the movement and stores it with what became of it.</summary>
    public static async Task PostAsync(OpenJournal open, BankStatement statement, BankMovement movement, MovementDecision decision, CancellationToken cancellationToken)
    {
        open.Database.Movements.Add(movement);
        var happened = new LedgerEvent($"movement/{statement.Iban}/{statement.Name}/{movement.Position}", EntryKind.Received, statement.ImportedBy, movement.BookedOn);
        var bank = LedgerAccount.Bank(statement.Iban);
        switch (decision)
        {
            case MovementDecision.Paid(var parts):
                PostParts(open, movement, happened, bank, parts);
                break;
            case MovementDecision.TakenBack(var receivable):
                movement.ReceivableId = receivable.Id;
                open.Post(receivable, happened with { Kind = EntryKind.TakenBack }, Bookings.TakenBack(receivable, bank, -movement.Cents));
                break;
            case MovementDecision.RefundsPaid(var refunds):
                PostRefunds(open, movement, happened, bank, refunds);
                break;
            case MovementDecision.RefundReturned(var refund):
                await PostReturnedAsync(open, movement, happened, bank, refund, cancellationToken);
                break;
            case MovementDecision.Unassigned(var proposal):
                (movement.State, movement.UnassignedCents, movement.ProposedId) = (MovementState.Unassigned, movement.Cents, proposal?.Id);
                open.Post(happened with { Kind = EntryKind.Unassigned }, Bookings.Moved(LedgerAccount.Unassigned(movement.Id), bank, movement.Cents));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(decision));
        }
    }

    private static void PostParts(OpenJournal open, BankMovement movement, LedgerEvent happened, LedgerAccount bank, IReadOnlyList<(Owed.Receivable Receivable, long Cents)> parts)
    {
        movement.ReceivableId = parts[0].Receivable.Id;
        foreach (var ((receivable, cents), number) in parts.Select((part, number) => (part, number + 1)))
        {
            receivable.NotePayer(movement.PartyName, movement.PartyIban);
            open.Post(receivable, number == 1 ? happened : happened with { Key = $"{happened.Key}/{number}" }, Bookings.Received(receivable, bank, cents));
        }
    }

    private static void PostRefunds(OpenJournal open, BankMovement movement, LedgerEvent happened, LedgerAccount bank, IReadOnlyList<Refund> refunds)
    {
        movement.State = MovementState.Refund;
        foreach (var refund in refunds)
        {
            refund.State = RefundState.Paid;
            open.Post(happened with { Key = $"{happened.Key}/{refund.Id:D}", Kind = EntryKind.RefundPaid }, Bookings.Moved(bank, LedgerAccount.RefundsInTransit(refund.Id), refund.Cents));
        }
    }

    /// <summary>The money is in the bank again, and owed back; the account that it did not reach is not tried again.</summary>
    private static async Task PostReturnedAsync(OpenJournal open, BankMovement movement, LedgerEvent happened, LedgerAccount bank, Refund refund, CancellationToken cancellationToken)
    {
        movement.State = MovementState.Refund;
        open.Post(happened with { Kind = EntryKind.RefundFailed }, Bookings.Moved(LedgerAccount.RefundsInTransit(refund.Id), bank, refund.Cents));
        await RefundBack.PostAsync(open, refund, happened with { Key = $"{happened.Key}/back", Kind = EntryKind.RefundFailed }, cancellationToken);
        if (refund.ReceivableId is { } id)
            (await open.Database.Receivables.SingleAsync(receivable => receivable.Id == id, cancellationToken)).ForgetAccount();
    }
}
