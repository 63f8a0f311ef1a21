namespace Modellstadt.Parking.Rules;

/// <summary>What comes back when a permit is returned before its end: each whole month that is left.</summary>
/// <param name="KeptEuros">What the office keeps for its work.</param>
/// <param name="SmallestEuros">A smaller amount is not paid back.</param>
internal sealed record RefundRule(decimal KeptEuros, decimal SmallestEuros)
{
    /// <summary>Euro cents that come back, rounded once, half a cent upwards; never more than was paid, never negative.</summary>
    /// <param name="paidCents">What was paid for the term.</param>
    /// <param name="months">Length of the term.</param>
    /// <param name="monthsLeft">Whole months of the term that have not begun.</param>
    public long CentsBack(long paidCents, int months, int monthsLeft)
    {
        var share = (decimal)paidCents * Math.Clamp(monthsLeft, 0, months) / months;
        var back = decimal.Round(share - KeptEuros * 100, 0, MidpointRounding.AwayFromZero);
        return back > 0 && back >= SmallestEuros * 100 ? (long)back : 0;
    }
}
