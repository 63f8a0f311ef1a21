using Modellstadt.Parking.Changes.Rules;
using Modellstadt.Parking.Facts;
using Modellstadt.Parking.Permits;

namespace Modellstadt.Parking.RegisterEvents;

/// <summary>What comes back of one fee notice.</summary>
/// <param name="FeeNoticeId">The notice.</param>
/// <param name="Cents">Euro cents, above zero.</param>
internal sealed record RefundShare(Guid FeeNoticeId, long Cents);

/// <summary>Splits what comes back among the notices that were paid, the latest term first: each notice gets back what of its term is unused.</summary>
internal static class RefundShares
{
    /// <summary>The shares; empty when nothing comes back or the town has not said what does.</summary>
    /// <param name="town">The town's rules of the day.</param>
    /// <param name="terms">The terms of the permit.</param>
    /// <param name="day">The last day of use.</param>
    public static IReadOnlyList<RefundShare> Of(ParkingFacts town, IReadOnlyCollection<PermitTerm> terms, DateOnly day)
    {
        var left = ChangeRules.CentsBack(town, terms, day) ?? 0;
        var shares = new List<RefundShare>();
        foreach (var term in terms.OrderByDescending(term => term.ValidUntil))
        {
            var share = Math.Min(left, Unused(town, term, day));
            left -= share;
            if (share > 0)
                shares.Add(new RefundShare(term.FeeNoticeId, share));
        }

        return shares;
    }

    private static long Unused(ParkingFacts town, PermitTerm term, DateOnly day) =>
        town.Rules.Refund.Value is { } rule && TermLength.MonthsOf(term.ValidFrom, term.ValidUntil) is { } months
            ? (rule with { KeptEuros = 0, SmallestEuros = 0 }).CentsBack(term.AmountCents, months, TermLength.MonthsLeft(term.ValidFrom, months, day))
            : 0;
}
