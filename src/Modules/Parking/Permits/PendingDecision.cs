using Modellstadt.Kernel.Outcomes;
using Modellstadt.Parking.Facts;

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

        var wish = PermitWish.Read(confirmed);
        var decided = Decide(town, facts, wish, PermitProposal.Read(application.Proposal!));
        return decided.Succeeded(out var grant, out var denied) ? new PendingDecision(grant, null) { Prepared = PreparedDecision.Of(grant, wish.Months) } : Of(denied);
    }

    /// <summary>The decision on what the citizen confirmed: never for another zone or price than was shown.</summary>
    public static Outcome<PermitGrant> Decide(ParkingFacts town, PermitFacts facts, PermitWish wish, PermitProposal shown)
    {
        var decided = PermitRules.Decide(town, facts, wish);
        return decided.Succeeded(out var grant, out _) && !grant.IsWhatWasShown(shown, wish.Months) ? new ProposalChanged() : decided;
    }

    private static PendingDecision Of(Refusal refusal) => new(null, refusal) { Prepared = refusal is OfficeDecides or WishRefusal ? null : PreparedDecision.Of(refusal) };
}
