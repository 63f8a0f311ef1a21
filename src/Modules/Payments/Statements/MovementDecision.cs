using Modellstadt.Payments.Owed;
using Modellstadt.Payments.Refunding;

namespace Modellstadt.Payments.Statements;

/// <summary>What a movement of the bank is for.</summary>
internal abstract record MovementDecision
{
    private MovementDecision()
    {
    }

    /// <summary>Money for receivables, each with its part; together all of it.</summary>
    internal sealed record Paid(IReadOnlyList<(Receivable Receivable, long Cents)> Parts) : MovementDecision;

    /// <summary>Money that the bank takes back from a receivable.</summary>
    internal sealed record TakenBack(Receivable Receivable) : MovementDecision;

    /// <summary>The bank paid refunds; together all of it.</summary>
    internal sealed record RefundsPaid(IReadOnlyList<Refund> Refunds) : MovementDecision;

    /// <summary>The bank brings a refund back that it had paid.</summary>
    internal sealed record RefundReturned(Refund Refund) : MovementDecision;

    /// <summary>Nobody knows for sure: a clerk decides.</summary>
    /// <param name="Proposal">The receivable that it may be for; null when there is no guess.</param>
    internal sealed record Unassigned(Receivable? Proposal) : MovementDecision;
}
