using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Towns;
using Modellstadt.Payments.Ledger;
using Modellstadt.Payments.Owed;

namespace Modellstadt.Payments.Statements;

/// <summary>A clerk says what a movement is for that the rules could not assign.</summary>
internal sealed class AssignMovement(Journal journal, AuditTrail audit, TownCalendar calendar)
{
    /// <summary>Books the movement, or a part of it, for a receivable.</summary>
    /// <param name="id">The movement.</param>
    /// <param name="reference">The creditor reference or the notice's own, as typed.</param>
    /// <param name="cents">Euro cents above zero; null for all that is left.</param>
    /// <param name="clerk">Account of the clerk.</param>
    /// <param name="cancellationToken">Ends the work before it is saved.</param>
    public Task<Outcome<BankMovement>> ToReceivableAsync(Guid id, string? reference, long? cents, Guid clerk, CancellationToken cancellationToken) => journal.TryWriteAsync<BankMovement>(
        async open =>
        {
            if (await FindAsync(open, id, cancellationToken) is not { } movement)
                return new NoSuchMovement();
            if (await ReferenceLookup.TypedAsync(open.Database, reference, cancellationToken) is not { } receivable)
                return new ReferenceUnknown();

            var part = cents ?? Math.Abs(movement.UnassignedCents);
            if (part <= 0 || part > Math.Abs(movement.UnassignedCents))
                return new MovementAssigned();
            if (movement.Cents < 0 && part > receivable.ReceivedCents)
                return new MoreThanReceived();

            Book(open, movement, receivable, part, clerk);
            return movement;
        },
        cancellationToken);

    /// <summary>Books what is left of the movement as no matter of fees, for example charges of the bank.</summary>
    public Task<Outcome<BankMovement>> ToOutsideAsync(Guid id, Guid clerk, CancellationToken cancellationToken) => journal.TryWriteAsync<BankMovement>(
        async open =>
        {
            if (await FindAsync(open, id, cancellationToken) is not { } movement)
                return new NoSuchMovement();
            if (movement.UnassignedCents == 0)
                return new MovementAssigned();

            open.Post(EventOf(open, movement, EntryKind.Outside, clerk), Bookings.Moved(LedgerAccount.Outside(id), LedgerAccount.Unassigned(id), movement.UnassignedCents));
            (movement.UnassignedCents, movement.State) = (0, MovementState.Outside);
            audit.Add(open.Database, Actors.Staff(clerk), "movement-put-outside", $"movement/{id:D}");
            return movement;
        },
        cancellationToken);

    /// <summary>Sends what is left of the movement back to whoever paid it, with the next file of refunds.</summary>
    public Task<Outcome<BankMovement>> ToSenderAsync(Guid id, Guid clerk, CancellationToken cancellationToken) => journal.TryWriteAsync<BankMovement>(
        async open =>
        {
            if (await FindAsync(open, id, cancellationToken) is not { } movement)
                return new NoSuchMovement();
            if (movement.UnassignedCents <= 0)
                return new MovementAssigned();
            if (movement.PartyIban is null)
                return new SenderUnknown();

            open.Post(EventOf(open, movement, EntryKind.SentBack, clerk), Bookings.Moved(LedgerAccount.RefundsPayable(id), LedgerAccount.Unassigned(id), movement.UnassignedCents));
            (movement.RefundableCents, movement.UnassignedCents, movement.State) = (movement.UnassignedCents, 0, MovementState.SentBack);
            audit.Add(open.Database, Actors.Staff(clerk), "movement-sent-back", $"movement/{id:D}");
            return movement;
        },
        cancellationToken);

    private void Book(OpenJournal open, BankMovement movement, Receivable receivable, long part, Guid clerk)
    {
        var unassigned = LedgerAccount.Unassigned(movement.Id);
        if (movement.Cents > 0)
        {
            receivable.NotePayer(movement.PartyName, movement.PartyIban);
            open.Post(receivable, EventOf(open, movement, EntryKind.Received, clerk), Bookings.Received(receivable, unassigned, part));
        }
        else
        {
            open.Post(receivable, EventOf(open, movement, EntryKind.TakenBack, clerk), Bookings.TakenBack(receivable, unassigned, part));
        }

        movement.ReceivableId ??= receivable.Id;
        movement.UnassignedCents -= Math.Sign(movement.Cents) * part;
        movement.State = movement.UnassignedCents == 0 ? MovementState.Assigned : MovementState.Unassigned;
        audit.Add(open.Database, Actors.Staff(clerk), "movement-assigned", $"movement/{movement.Id:D}", $"receivable/{receivable.Id:D}");
    }

    /// <summary>Each part of a movement has a key of its own: the number of the entry.</summary>
    private LedgerEvent EventOf(OpenJournal open, BankMovement movement, EntryKind kind, Guid clerk) =>
        new($"movement/{movement.Id:D}/{open.Last + 1}", kind, Actors.Staff(clerk), calendar.Today);

    private static Task<BankMovement?> FindAsync(OpenJournal open, Guid id, CancellationToken cancellationToken) =>
        open.Database.Movements.SingleOrDefaultAsync(movement => movement.Id == id, cancellationToken);
}
