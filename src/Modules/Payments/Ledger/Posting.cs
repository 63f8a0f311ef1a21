namespace Modellstadt.Payments.Ledger;

/// <summary>The lines of an entry before it is written: they balance, or there is no posting.</summary>
internal sealed class Posting
{
    private Posting(IReadOnlyList<(LedgerAccount Account, long Cents)> lines) => Lines = lines;

    /// <summary>Debits above zero, credits below.</summary>
    public IReadOnlyList<(LedgerAccount Account, long Cents)> Lines { get; }

    /// <summary>Puts lines together; lines of zero cents are left out.</summary>
    /// <exception cref="InvalidOperationException">The lines do not add up to zero, or nothing is moved.</exception>
    public static Posting Of(params IEnumerable<(LedgerAccount Account, long Cents)> lines)
    {
        List<(LedgerAccount Account, long Cents)> moved = [.. lines.Where(line => line.Cents != 0)];
        if (checked(moved.Sum(line => line.Cents)) != 0)
            throw new InvalidOperationException($"An entry does not balance: {string.Join(", ", moved)}.");
        if (moved.Count < 2)
            throw new InvalidOperationException("An entry moves nothing.");
        return new Posting(moved);
    }
}
