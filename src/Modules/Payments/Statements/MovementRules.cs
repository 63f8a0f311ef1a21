using Modellstadt.Payments.Owed;
using Modellstadt.Payments.Refunding;

namespace Modellstadt.Payments.Statements;

/// <summary>Decides what a movement is for, from facts alone. Money is assigned without a person only where no doubt is left.</summary>
internal static class MovementRules
{
    /// <summary>Decides.</summary>
    /// <param name="movement">What the bank says.</param>
    /// <param name="found">What the references in it lead to.</param>
    public static MovementDecision Decide(StatementMovement movement, FoundReceivables found) => movement.Cents > 0 ? Incoming(movement, found) : Outgoing(movement, found);

    private static MovementDecision Incoming(StatementMovement movement, FoundReceivables found) => found switch
    {
        { Refunds: [{ State: RefundState.Paid } refund] } when movement.IsReturn && refund.Cents == movement.Cents => new MovementDecision.RefundReturned(refund),
        // Somebody else's payment that comes back to us is no payment.
        _ when movement.IsReturn => new MovementDecision.Unassigned(null),
        { Named: [var only] } => Paid((only, movement.Cents)),
        { Named: { Count: > 1 } several } when several.Sum(receivable => receivable.OpenCents) == movement.Cents && several.All(receivable => receivable.OpenCents > 0) =>
            Paid([.. several.Select(receivable => (receivable, receivable.OpenCents))]),
        { Named: [var first, ..] } => new MovementDecision.Unassigned(first),
        { Guessed: [var only] } when found.GuessIsWhole && only.OpenCents == movement.Cents => Paid((only, movement.Cents)),
        { Guessed: var guessed } => new MovementDecision.Unassigned(Likeliest(guessed, movement.Cents)),
    };

    private static MovementDecision Outgoing(StatementMovement movement, FoundReceivables found)
    {
        if (found.Refunds.Count > 0 && found.Refunds.All(refund => refund.State is RefundState.Ordered) && found.Refunds.Sum(refund => refund.Cents) == -movement.Cents)
            return new MovementDecision.RefundsPaid(found.Refunds);

        var candidates = found.Named.Concat(found.PaidBefore).DistinctBy(receivable => receivable.Id).Where(receivable => receivable.ReceivedCents >= -movement.Cents).ToList();
        return movement.IsReturn && candidates is [var only] ? new MovementDecision.TakenBack(only) : new MovementDecision.Unassigned(candidates.FirstOrDefault());
    }

    private static MovementDecision.Paid Paid(params IReadOnlyList<(Receivable Receivable, long Cents)> parts) => new(parts);

    private static Receivable? Likeliest(IReadOnlyList<Receivable> guessed, long cents) =>
        guessed.FirstOrDefault(receivable => receivable.OpenCents == cents) ?? guessed.FirstOrDefault(receivable => receivable.OpenCents > 0) ?? guessed.FirstOrDefault();
}

/// <summary>The receivables that the references in a movement lead to.</summary>
internal sealed record FoundReceivables
{
    /// <summary>Named by a reference whose check digits fit.</summary>
    public IReadOnlyList<Receivable> Named { get; init; } = [];

    /// <summary>Named without check digits, or with a typing error.</summary>
    public IReadOnlyList<Receivable> Guessed { get; init; } = [];

    /// <summary>True when <see cref="Guessed"/> were written without an error, only RF and the check digits are missing.</summary>
    public bool GuessIsWhole { get; init; }

    /// <summary>The refunds that the movement names, by their own identifier or as a whole file.</summary>
    public IReadOnlyList<Refund> Refunds { get; init; } = [];

    /// <summary>For money that goes back: what the same transfer had paid before.</summary>
    public IReadOnlyList<Receivable> PaidBefore { get; init; } = [];
}
