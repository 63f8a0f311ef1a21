using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Payments.Ledger;
using Modellstadt.Payments.Storage;

namespace Modellstadt.Payments.Statements;

/// <summary>A file of statements that stands in the books now.</summary>
/// <param name="StatementId">The first statement of the file.</param>
/// <param name="New">How many of its statements were not in the books before.</param>
internal sealed record ImportedFile(Guid StatementId, int New);

/// <summary>Takes bank statements into the books: all of a file, or nothing of it. The same statement again changes nothing.</summary>
internal sealed class ImportStatement(Journal journal, AuditTrail audit, RandomSource random)
{
    /// <summary>Imports.</summary>
    /// <param name="file">The file as the bank made it.</param>
    /// <param name="clerk">Account of the clerk who brought it.</param>
    /// <param name="cancellationToken">Ends the work before it is saved.</param>
    public async Task<Outcome<ImportedFile>> ExecuteAsync(Stream file, Guid clerk, CancellationToken cancellationToken)
    {
        if (!CamtReader.Read(file).Succeeded(out var statements, out var refusal))
            return refusal;
        if (statements.FirstOrDefault(statement => !statement.AddsUp) is { } wrong)
            return new StatementDoesNotAddUp(wrong.OpeningCents, wrong.Movements.Sum(movement => movement.Cents), wrong.ClosingCents);

        return await journal.TryWriteAsync(open => TakeAsync(open, statements, Actors.Staff(clerk), cancellationToken), cancellationToken);
    }

    private async Task<Outcome<ImportedFile>> TakeAsync(OpenJournal open, IReadOnlyList<Statement> statements, string clerk, CancellationToken cancellationToken)
    {
        var lookup = await ReferenceLookup.BeginAsync(open.Database, cancellationToken);
        ImportedFile? imported = null;
        foreach (var statement in statements)
        {
            var known = await open.Database.Statements.SingleOrDefaultAsync(earlier => earlier.Iban == statement.Iban && earlier.Name == statement.Id, cancellationToken);
            if (await RefuseAsync(open.Database, statement, known, cancellationToken) is { } refusal)
                return refusal;

            var stored = known ?? await BookAsync(open, lookup, statement, clerk, cancellationToken);
            await open.Database.SaveChangesAsync(cancellationToken);
            imported = new ImportedFile(imported?.StatementId ?? stored.Id, (imported?.New ?? 0) + (known is null ? 1 : 0));
        }

        return imported!;
    }

    private static async Task<Refusal?> RefuseAsync(PaymentsDb database, Statement statement, BankStatement? known, CancellationToken cancellationToken)
    {
        if (known is not null)
            return known.Fingerprint == FingerprintOf(statement) ? null : new StatementNameTaken(statement.Id);

        var before = await database.Statements.Where(earlier => earlier.Iban == statement.Iban).OrderByDescending(earlier => earlier.Sequence).FirstOrDefaultAsync(cancellationToken);
        if (before is not null)
            return before.ClosingCents == statement.OpeningCents ? null : new StatementBeforeMissing(before.ClosingCents, statement.OpeningCents);

        return await database.Receivables.AnyAsync(receivable => receivable.PayeeIban == statement.Iban, cancellationToken) ? null : new StatementOfForeignAccount(statement.Iban);
    }

    private async Task<BankStatement> BookAsync(OpenJournal open, ReferenceLookup lookup, Statement statement, string clerk, CancellationToken cancellationToken)
    {
        var sequence = await open.Database.Statements.MaxAsync(earlier => (long?)earlier.Sequence, cancellationToken) ?? 0;
        var stored = new BankStatement
        {
            Id = random.NewId(),
            Iban = statement.Iban,
            Name = statement.Id,
            Fingerprint = FingerprintOf(statement),
            OpeningCents = statement.OpeningCents,
            ClosingCents = statement.ClosingCents,
            ClosedOn = statement.ClosedOn,
            ImportedAt = open.Now,
            Sequence = sequence + 1,
            ImportedBy = clerk,
        };
        await BookOpeningAsync(open, stored, cancellationToken);
        open.Database.Statements.Add(stored);
        audit.Add(open.Database, clerk, "statement-imported", $"statement/{stored.Id:D}", statement.Id);
        foreach (var (movement, place) in statement.Movements.Select((movement, place) => (movement, place + 1)))
        {
            var decision = MovementRules.Decide(movement, await lookup.FindAsync(movement, cancellationToken));
            await BookMovement.PostAsync(open, stored, MovementOf(stored, movement, place), decision, cancellationToken);
        }

        return stored;
    }

    private static async Task BookOpeningAsync(OpenJournal open, BankStatement statement, CancellationToken cancellationToken)
    {
        if (statement.OpeningCents == 0 || await open.Database.Statements.AnyAsync(earlier => earlier.Iban == statement.Iban, cancellationToken))
            return;

        open.Post(
            new LedgerEvent($"opening/{statement.Iban}", EntryKind.OpeningBalance, statement.ImportedBy, statement.ClosedOn),
            Bookings.Moved(LedgerAccount.OpeningBalance(statement.Iban), LedgerAccount.Bank(statement.Iban), statement.OpeningCents));
    }

    private BankMovement MovementOf(BankStatement statement, StatementMovement movement, int place) => new()
    {
        Id = random.NewId(),
        StatementId = statement.Id,
        Position = place,
        Cents = movement.Cents,
        BookedOn = movement.BookedOn,
        PartyName = movement.PartyName,
        PartyIban = movement.PartyIban,
        Words = string.Join(' ', [.. movement.References, movement.Words, movement.ReturnReason ?? ""]).Trim(),
        EndToEndId = movement.EndToEndId,
        IsReturn = movement.IsReturn,
        UnassignedCents = 0,
        State = MovementState.Assigned,
    };

    /// <summary>What the statement says, whatever blanks and headers the file has.</summary>
    private static string FingerprintOf(Statement statement) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(statement)));
}
