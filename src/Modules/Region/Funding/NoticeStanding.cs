namespace Modellstadt.Region.Funding;

/// <summary>Plan against actual of a notice.</summary>
/// <param name="Plan">The figures that count on the day asked for.</param>
/// <param name="Sums">What was called, received and spent.</param>
/// <param name="Settlement">Who pays for what was spent.</param>
/// <param name="Costs">By category, those of the plan and those that were spent on.</param>
/// <param name="Milestones">By milestone, in the order of the plan.</param>
/// <param name="Partners">By partner.</param>
internal sealed record NoticeStanding(
    GrantPlan Plan, LedgerSums Sums, Settlement Settlement, IReadOnlyList<CostStanding> Costs, IReadOnlyList<MilestoneStanding> Milestones, IReadOnlyList<PartnerStanding> Partners)
{
    /// <summary>Planned costs that were not spent; below zero when more was spent.</summary>
    public long LeftCents => Plan.CostCents - Sums.SpentCents;

    /// <summary>What can still be called.</summary>
    public long CallableCents => Math.Max(0, Plan.GrantCents - Sums.CalledCents);

    /// <summary>Compares entries with the figures that count.</summary>
    public static NoticeStanding Of(GrantPlan plan, IReadOnlyCollection<FundingEntry> entries)
    {
        var sums = LedgerSums.Of(entries);
        return new NoticeStanding(plan, sums, Settlement.Of(plan, sums), CostsOf(plan, entries), MilestonesOf(plan, entries), PartnersOf(plan, entries));
    }

    /// <summary>Entries that count: neither reversed nor reversing.</summary>
    public static IEnumerable<FundingEntry> InForce(IReadOnlyCollection<FundingEntry> entries)
    {
        var reversed = entries.Select(entry => entry.Reverses).ToHashSet();
        return entries.Where(entry => entry.Reverses is null && !reversed.Contains(entry.Number));
    }

    private static List<CostStanding> CostsOf(GrantPlan plan, IReadOnlyCollection<FundingEntry> entries) =>
        [.. from category in Enum.GetValues<CostCategory>()
            let planned = plan.Costs.SingleOrDefault(cost => cost.Category == category)
            let spent = entries.Where(entry => entry.Kind is FundingEntryKind.Spent && entry.Category == category).ToList()
            where planned is not null || spent.Count > 0
            select new CostStanding(category, planned?.Cents ?? 0, planned?.EligibleCents ?? 0, spent.Sum(entry => entry.Cents), spent.Sum(entry => entry.EligibleCents))];

    /// <summary>A milestone that a change notice has dropped stays as long as money belongs to it.</summary>
    private static List<MilestoneStanding> MilestonesOf(GrantPlan plan, IReadOnlyCollection<FundingEntry> entries)
    {
        var dropped = entries.Select(entry => entry.Milestone).OfType<string>().Distinct().Where(code => plan.Milestones.All(milestone => milestone.Code != code));
        return [.. from milestone in plan.Milestones.Select(milestone => (milestone.Code, Planned: (PlannedMilestone?)milestone)).Concat(dropped.Select(code => (Code: code, Planned: (PlannedMilestone?)null)))
                   let own = entries.Where(entry => entry.Milestone == milestone.Code).ToList()
                   select new MilestoneStanding(milestone.Code, milestone.Planned, LedgerSums.Of(own), InForce(own).LastOrDefault(entry => entry.Kind is FundingEntryKind.MilestoneReached)?.BookedOn)];
    }

    private static List<PartnerStanding> PartnersOf(GrantPlan plan, IReadOnlyCollection<FundingEntry> entries) =>
        [.. from partner in plan.Partners.Select(partner => partner.Name).Union(entries.Select(entry => entry.Partner).OfType<string>())
            select new PartnerStanding(
                partner, plan.Partners.SingleOrDefault(planned => planned.Name == partner)?.Cents ?? 0, entries.Where(entry => entry.Kind is FundingEntryKind.Spent && entry.Partner == partner).Sum(entry => entry.Cents))];
}

/// <summary>Plan against actual of a cost category, euro cents.</summary>
internal sealed record CostStanding(CostCategory Category, long PlannedCents, long PlannedEligibleCents, long SpentCents, long SpentEligibleCents)
{
    /// <summary>Planned and not spent; below zero when more was spent.</summary>
    public long LeftCents => PlannedCents - SpentCents;
}

/// <summary>What belongs to a milestone.</summary>
/// <param name="Code">Its short name.</param>
/// <param name="Planned">As planned; null when a change notice has dropped it.</param>
/// <param name="Sums">What was called, received and spent for it.</param>
/// <param name="ReachedOn">When it was reached; null when it was not.</param>
internal sealed record MilestoneStanding(string Code, PlannedMilestone? Planned, LedgerSums Sums, DateOnly? ReachedOn);

/// <summary>Plan against actual of a partner, euro cents.</summary>
internal sealed record PartnerStanding(string Name, long PlannedCents, long SpentCents);
