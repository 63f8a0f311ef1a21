using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Region.Funding;

/// <summary>Whether a financing plan can be meant so.</summary>
internal static class PlanRules
{
    /// <summary>Longest name or condition, characters.</summary>
    public const int LongestName = 200;

    /// <summary>Longest term of a proof of use, months.</summary>
    public const int LongestProof = 36;

    /// <summary>Why not; null when the costs are paid for to the cent and the grant is within its rate.</summary>
    public static Refusal? Check(GrantPlan plan)
    {
        if (!IsWithinLimits(plan))
            return new PlanUnreadable("");
        if (plan.From > plan.Until)
            return new PeriodBackwards();
        if (plan.Costs.Any(cost => cost.EligibleCents > cost.Cents))
            return new EligibleAboveSum();

        var paid = plan.GrantCents + plan.OwnShareCents + plan.ThirdPartyCents;
        if (paid != plan.CostCents)
            return new PlanDoesNotAddUp(plan.CostCents, paid);
        if (plan.GrantCents > plan.Rate.MostOf(plan.EligibleCents))
            return new GrantAboveRate(plan.Rate.MostOf(plan.EligibleCents));
        return plan.Partners.Sum(partner => partner.Cents) > plan.CostCents ? new PartnersAboveCosts() : null;
    }

    private static bool IsWithinLimits(GrantPlan plan) =>
        plan is { RateBasisPoints: >= 0 and <= FundingRate.Whole, Costs.Count: > 0 }
        && plan.Proof is { MonthsAfterPurpose: >= 0 and <= LongestProof, MonthsAfterPeriod: >= 0 and <= LongestProof, Source.Length: > 0 and <= LongestName }
        && new[] { plan.GrantCents, plan.OwnShareCents }.All(cents => cents is >= 0 and <= GrantPlan.LargestCents)
        && plan.Costs.All(cost => cost is { Cents: > 0 and <= GrantPlan.LargestCents, EligibleCents: >= 0 })
        && AreNamed(plan.ThirdParties) && AreNamed(plan.Partners)
        && plan.Costs.DistinctBy(cost => cost.Category).Count() == plan.Costs.Count
        && plan.Milestones.Count <= GrantPlan.LongestList && plan.Milestones.DistinctBy(milestone => milestone.Code).Count() == plan.Milestones.Count
        && plan.Milestones.All(milestone => milestone is { Code.Length: > 0 and <= 10, Name.Length: > 0 and <= LongestName })
        && plan.InterimProofs.Count <= GrantPlan.LongestList && plan.InterimProofs.SequenceEqual(plan.InterimProofs.Distinct().Order())
        && plan.Conditions.Count <= GrantPlan.LongestList && plan.Conditions.All(condition => condition is { Length: > 0 and <= LongestName });

    private static bool AreNamed(IReadOnlyList<PlannedContribution> parts) =>
        parts.Count <= GrantPlan.LongestList && parts.DistinctBy(part => part.Name).Count() == parts.Count
        && parts.All(part => part is { Name.Length: > 0 and <= LongestName, Cents: > 0 and <= GrantPlan.LargestCents });
}
