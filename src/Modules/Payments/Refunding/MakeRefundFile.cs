using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Kernel.Towns;
using Modellstadt.Payments.Ledger;
using Modellstadt.Payments.Owed;
using Modellstadt.Payments.Statements;

namespace Modellstadt.Payments.Refunding;

/// <summary>Puts everything that is owed back and has an account into a file. From then on it is under way and in no other file.</summary>
internal sealed class MakeRefundFile(Journal journal, AuditTrail audit, TownCalendar calendar, RandomSource random)
{
    private const int MostPerFile = 1000;

    /// <summary>Makes a file for the account of the town that has to pay back first; refused when nothing can be paid back now.</summary>
    /// <param name="clerk">Account of the clerk.</param>
    /// <param name="cancellationToken">Ends the work before it is saved.</param>
    public Task<Outcome<RefundFile>> ExecuteAsync(Guid clerk, CancellationToken cancellationToken) => journal.TryWriteAsync<RefundFile>(
        async open =>
        {
            var owed = await ReceivablesAsync(open, cancellationToken);
            var back = await MovementsAsync(open, cancellationToken);
            if ((owed.FirstOrDefault()?.PayeeIban ?? back.FirstOrDefault().Statement?.Iban) is not { } account)
                return new NothingToRefund();

            owed.RemoveAll(receivable => receivable.PayeeIban != account);
            back.RemoveAll(movement => movement.Statement.Iban != account);
            var name = owed.FirstOrDefault()?.PayeeName ?? await PayeeOfAsync(open, account, cancellationToken);
            var number = await open.Database.RefundFiles.CountAsync(cancellationToken) + 1;
            var file = new RefundFile
            {
                Id = random.NewId(),
                Name = $"MSR-{calendar.Today:yyyyMMdd}-{number:000000}",
                DebtorName = name,
                DebtorIban = account,
                TotalCents = owed.Sum(receivable => receivable.RefundableCents) + back.Sum(movement => movement.Movement.RefundableCents),
                Count = owed.Count + back.Count,
                State = RefundFileState.Made,
                MadeAt = open.Now,
                MadeBy = Actors.Staff(clerk),
            };
            open.Database.RefundFiles.Add(file);
            Order(open, file, owed, [.. back.Select(movement => movement.Movement)]);
            audit.Add(open.Database, file.MadeBy, "refund-file-made", $"refund-file/{file.Id:D}", file.Name);
            return file;
        },
        cancellationToken);

    private void Order(OpenJournal open, RefundFile file, IReadOnlyList<Receivable> owed, IReadOnlyList<BankMovement> back)
    {
        var position = 0;
        foreach (var receivable in owed)
        {
            var refund = RefundOf(file, ++position, receivable.RefundableCents, (receivable.RefundName, receivable.RefundIban!), $"{(receivable.Demo ? "DEMO " : "")}Rückzahlung {receivable.Purpose}", receivable.Id, null);
            open.Database.Refunds.Add(refund);
            open.Post(receivable, EventOf(file, refund), Bookings.RefundOrdered(refund));
        }

        foreach (var movement in back)
        {
            var refund = RefundOf(file, ++position, movement.RefundableCents, (movement.PartyName ?? "", movement.PartyIban!), $"Zurück: {movement.Words}", null, movement.Id);
            open.Database.Refunds.Add(refund);
            movement.RefundableCents = 0;
            open.Post(EventOf(file, refund), Bookings.RefundOrdered(refund));
        }
    }

    private Refund RefundOf(RefundFile file, int position, long cents, (string Name, string Iban) creditor, string words, Guid? receivable, Guid? movement)
    {
        var id = random.NewId();
        return new Refund
        {
            Id = id,
            FileId = file.Id,
            Position = position,
            ReceivableId = receivable,
            MovementId = movement,
            Cents = cents,
            CreditorName = creditor.Name,
            CreditorIban = creditor.Iban,
            Words = words,
            EndToEndId = id.ToString("N"),
            State = RefundState.Ordered,
        };
    }

    private LedgerEvent EventOf(RefundFile file, Refund refund) => new($"refund/{refund.Id:D}", EntryKind.RefundOrdered, file.MadeBy, calendar.Today);

    private static async Task<List<Receivable>> ReceivablesAsync(OpenJournal open, CancellationToken cancellationToken) =>
        await open.Database.Receivables
            .Where(receivable => receivable.RefundableCents > 0 && receivable.PayeeIban != null && (receivable.ProvidedIban != null || (receivable.PayerIban != null && !receivable.PayersDiffer)))
            .OrderBy(receivable => receivable.OpenedAt).ThenBy(receivable => receivable.Id).Take(MostPerFile).ToListAsync(cancellationToken);

    private static async Task<List<(BankMovement Movement, BankStatement Statement)>> MovementsAsync(OpenJournal open, CancellationToken cancellationToken)
    {
        var found = await (
            from movement in open.Database.Movements
            join statement in open.Database.Statements on movement.StatementId equals statement.Id
            where movement.RefundableCents > 0 && movement.PartyIban != null
            orderby movement.BookedOn, movement.Id
            select new { movement, statement }).Take(MostPerFile).ToListAsync(cancellationToken);
        return [.. found.Select(row => (row.movement, row.statement))];
    }

    private static async Task<string> PayeeOfAsync(OpenJournal open, string account, CancellationToken cancellationToken) =>
        await open.Database.Receivables.Where(receivable => receivable.PayeeIban == account).Select(receivable => receivable.PayeeName).FirstOrDefaultAsync(cancellationToken) ?? account;
}
