namespace Modellstadt.Payments;

/// <summary>
/// Hears what became of receivables. Told at least once, perhaps late and perhaps out of order: read the standing
/// (<see cref="Receivables.ReadAsync"/>) before acting, and be harmless when told twice.
/// </summary>
public interface IReceivableReceiver
{
    /// <summary>Takes the news; throws when it cannot act on them now: they come again.</summary>
    Task ReceiveAsync(ReceivableNews news, CancellationToken cancellationToken);
}

/// <summary>What became of a receivable.</summary>
/// <param name="Key">The caller's key of the receivable.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Level">Which level was reached, from 1; null for other news.</param>
public sealed record ReceivableNews(string Key, ReceivableNewsKind Kind, int? Level = null);

/// <summary>What receivers are told.</summary>
public enum ReceivableNewsKind
{
    /// <summary>Nothing was told yet.</summary>
    None,

    /// <summary>Nothing is open any more: paid, credited or given up.</summary>
    Settled,

    /// <summary>The last day is over and something is open.</summary>
    Overdue,

    /// <summary>It is time to remind the person: the letter is the receiver's, the fee of it is booked.</summary>
    Reminded,
}
