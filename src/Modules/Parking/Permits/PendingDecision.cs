using Modellstadt.Kernel.Outcomes;
using Modellstadt.Parking.Facts;
using Modellstadt.Parking.ProvisionalPermits;

namespace Modellstadt.Parking.Permits;

/// <summary>What the rules say about an application now, before anything is stored.</summary>
/// <param name="Grant">What would be granted; null when nothing would.</param>
/// <param name="Refusal">What stands in the way; null when nothing does.</param>
internal sealed record PendingDecision(PermitGrant? Grant, Refusal? Refusal)
{
    /// <summary>Names it for a release; null while there is a question that no rule decides, or another choice of the citizen would mend it.</summary>
    public string? Prepared { get; init; }

    /// <summary>What a change would be, in words for the office; null when it is none.</summary>
    public string? Change { get; init; }

    /// <summary>The decision on what was confirmed, or the refusal of a proposal; null when the town can propose something.</summary>
    public static PendingDecision? Of(ParkingFacts town, PermitFacts facts, PermitApplication application)
    {
        if (application.Wish is not { } confirmed)
            return PermitRules.Propose(town, facts).Refusal is { } refusal ? Of(refusal) : null;

        return Decide(town, facts, application).Succeeded(out var grant, out var denied)
            ? new PendingDecision(grant, null) { Prepared = PreparedDecision.Of(grant, PermitWish.Read(confirmed).Months) }
            : Of(denied);
    }

    /// <summary>
    /// The decision on what the citizen confirmed: never for another zone or price than was shown. What registers do not confirm of a
    /// statement is mended by no other choice once a provisional permit rests on it.
    /// </summary>
    public static Outcome<PermitGrant> Decide(ParkingFacts town, PermitFacts facts, PermitApplication application)
    {
        var (wish, shown) = (PermitWish.Read(application.Wish!), PermitProposal.Read(application.Proposal!));
        var decided = PermitRules.Decide(town, facts, wish);
        if (decided.Succeeded(out var grant, out var refusal) && grant.IsWhatWasShown(shown, wish.Months))
            return decided;
        if (refusal is null or WishRefusal && ProvisionalStatement.Of(application) is { Granted: not null } && ProvisionalRules.Contradict(town, facts, wish, shown))
            return new StatementUnconfirmed();

        return refusal is null ? new ProposalChanged() : decided;
    }

    private static PendingDecision Of(Refusal refusal) => new(null, refusal) { Prepared = refusal is OfficeDecides or WishRefusal ? null : PreparedDecision.Of(refusal) };
}
