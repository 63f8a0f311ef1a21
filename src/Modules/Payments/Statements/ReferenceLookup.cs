using Microsoft.EntityFrameworkCore;
using Modellstadt.Payments.Owed;
using Modellstadt.Payments.Refunding;
using Modellstadt.Payments.Storage;

namespace Modellstadt.Payments.Statements;

/// <summary>Finds the receivables that movements name, in the unit of work that books them.</summary>
internal sealed class ReferenceLookup
{
    private const int MostPerQuestion = 500;

    private readonly PaymentsDb database;
    private readonly IReadOnlyCollection<int> lengths;

    private ReferenceLookup(PaymentsDb database, IReadOnlyCollection<int> lengths) => (this.database, this.lengths) = (database, lengths);

    /// <summary>Begins to look up.</summary>
    public static async Task<ReferenceLookup> BeginAsync(PaymentsDb database, CancellationToken cancellationToken) =>
        new(database, await database.Receivables.Select(receivable => receivable.CreditorReference.Length).Distinct().ToListAsync(cancellationToken));

    /// <summary>What the references in a movement lead to: the surest kind that leads anywhere.</summary>
    public async Task<FoundReceivables> FindAsync(StatementMovement movement, CancellationToken cancellationToken)
    {
        if (await RefundsAsync(movement, cancellationToken) is { Count: > 0 } refunds)
            return new FoundReceivables { Refunds = refunds };

        var words = string.Join(' ', [.. movement.References, movement.Words, movement.EndToEndId ?? ""]);
        var named = await KnownAsync(Whole(movement, words), cancellationToken);
        var before = movement is { IsReturn: true, Cents: < 0, EndToEndId: not null } ? await PaidByAsync(movement, cancellationToken) : [];
        if (named.Count > 0 || before.Count > 0)
            return new FoundReceivables { Named = named, PaidBefore = before };

        var whole = await KnownAsync(ReferenceReading.WithoutHead(words, lengths), cancellationToken);
        return whole.Count > 0
            ? new FoundReceivables { Guessed = whole, GuessIsWhole = true }
            : new FoundReceivables { Guessed = await KnownAsync(ReferenceReading.Mistyped(words, lengths), cancellationToken) };
    }

    /// <summary>The receivable of a reference as a clerk types it: the creditor reference or the notice's own; null when there is none.</summary>
    public static async Task<Receivable?> TypedAsync(PaymentsDb database, string? typed, CancellationToken cancellationToken)
    {
        var body = string.Concat((typed ?? "").ToUpperInvariant().Where(char.IsAsciiLetterOrDigit));
        if (body.Length is 0 or > 25)
            return null;

        var read = CreditorReference.TryRead(body)?.Text ?? (body.Length <= 21 ? CreditorReference.Of(body).Text : "");
        return await database.Receivables.SingleOrDefaultAsync(receivable => receivable.CreditorReference == read, cancellationToken);
    }

    private HashSet<string> Whole(StatementMovement movement, string words) =>
        [.. movement.References.SelectMany(reference => ReferenceReading.Whole(reference, lengths)), .. ReferenceReading.Whole(words, lengths)];

    private async Task<IReadOnlyList<Receivable>> KnownAsync(IReadOnlySet<string> references, CancellationToken cancellationToken)
    {
        var known = new List<Receivable>();
        foreach (var some in references.Chunk(MostPerQuestion))
            known.AddRange(await database.Receivables.Where(receivable => some.Contains(receivable.CreditorReference)).ToListAsync(cancellationToken));
        return [.. known.OrderBy(receivable => receivable.CreditorReference, StringComparer.Ordinal)];
    }

    /// <summary>Released refunds: the one of this identifier, else all of the file that the bank paid in one sum.</summary>
    private async Task<IReadOnlyList<Refund>> RefundsAsync(StatementMovement movement, CancellationToken cancellationToken)
    {
        if (movement is { EndToEndId: null, BatchId: null })
            return [];

        var refunds = from refund in database.Refunds
                      join file in database.RefundFiles on refund.FileId equals file.Id
                      where file.State == RefundFileState.Released && (movement.EndToEndId == null ? file.Name == movement.BatchId : refund.EndToEndId == movement.EndToEndId)
                      orderby refund.Position
                      select refund;
        return await refunds.ToListAsync(cancellationToken);
    }

    /// <summary>The receivables that the transfer with the same identifier and amount had paid.</summary>
    private async Task<IReadOnlyList<Receivable>> PaidByAsync(StatementMovement movement, CancellationToken cancellationToken)
    {
        // What an earlier movement of the same statement paid is not stored yet.
        await database.SaveChangesAsync(cancellationToken);
        var payments = database.Movements.Where(earlier => earlier.EndToEndId == movement.EndToEndId && earlier.Cents == -movement.Cents).Select(earlier => earlier.ReceivableId);
        return await database.Receivables.Where(receivable => payments.Contains(receivable.Id)).ToListAsync(cancellationToken);
    }
}
