using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Region.Funding;

/// <summary>Whether a payment can be booked, decided from the figures that count on its day and from what was booked before.</summary>
internal static class PaymentRules
{
    /// <summary>Why not; null when it can.</summary>
    public static Refusal? Check(NoticeStory story, PaymentDraft draft, DateOnly today)
    {
        if (draft.BookedOn > today)
            return new DayInFuture();

        var standing = story.StandingOn(draft.BookedOn);
        if (draft.Milestone is { } code && standing.Plan.Milestones.All(milestone => milestone.Code != code))
            return new NoSuchMilestone();
        if (draft.Partner is { } partner && standing.Plan.Partners.All(known => known.Name != partner))
            return new NoSuchPartner();
        if (new[] { draft.Party, draft.Document, draft.Words }.Any(text => text is { Length: > PlanRules.LongestName }))
            return new PaymentIncomplete();
        return draft.Kind switch
        {
            FundingEntryKind.MilestoneReached => draft.Milestone is null ? new NoSuchMilestone() : null,
            FundingEntryKind.PurposeFulfilled or FundingEntryKind.ProofSubmitted or FundingEntryKind.InterimProofSubmitted => null,
            FundingEntryKind.Called or FundingEntryKind.Received or FundingEntryKind.Spent => CheckMoney(standing, draft),
            _ => new PaymentIncomplete(),
        };
    }

    /// <summary>Why an invoice cannot be charged; null when what is charged of it so far and now fits into it.</summary>
    /// <param name="draft">What is to be charged.</param>
    /// <param name="earlier">What is charged of the same invoice already, in any notice.</param>
    public static Refusal? CheckInvoice(PaymentDraft draft, IReadOnlyList<FundingEntry> earlier)
    {
        var whole = earlier.Select(entry => entry.DocumentCents ?? entry.Cents).Append(draft.DocumentCents ?? draft.Cents).Min();
        return earlier.Sum(entry => entry.Cents) + draft.Cents > whole ? new InvoiceFundedTwice(earlier.Count) : null;
    }

    private static Refusal? CheckMoney(NoticeStanding standing, PaymentDraft draft)
    {
        if (draft.Cents is <= 0 or > GrantPlan.LargestCents)
            return new AmountOutOfRange();
        // Every payment belongs to a cost category and, where the notice has milestones, to one of them.
        if (draft.Category is null || (draft.Milestone is null && standing.Plan.Milestones.Count > 0))
            return new PaymentIncomplete();
        return draft switch
        {
            { Kind: FundingEntryKind.Called } => draft.Cents > standing.CallableCents ? new BeyondGrant(standing.CallableCents) : null,
            { Kind: FundingEntryKind.Received, Source: FundingSource.Grant } => BeyondGranted(standing, draft.Cents),
            { Kind: FundingEntryKind.Received, Source: FundingSource.ThirdParty, Party: null } or { Kind: FundingEntryKind.Received, Source: null } => new PaymentIncomplete(),
            { Kind: FundingEntryKind.Spent } => CheckSpent(draft),
            _ => null,
        };
    }

    private static BeyondGrant? BeyondGranted(NoticeStanding standing, long cents) =>
        standing.Plan.GrantCents - standing.Sums.GrantCents is var left && cents > left ? new BeyondGrant(Math.Max(0, left)) : null;

    private static Refusal? CheckSpent(PaymentDraft draft)
    {
        if (draft.Party is null || draft.Document is null)
            return new InvoiceMissing();
        if (draft.DocumentCents < draft.Cents || draft.DocumentCents > GrantPlan.LargestCents)
            return new AmountOutOfRange();
        return draft.EligibleCents < 0 || draft.EligibleCents > draft.Cents ? new EligibleAboveSum() : null;
    }
}
