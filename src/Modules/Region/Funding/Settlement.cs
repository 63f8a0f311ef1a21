namespace Modellstadt.Region.Funding;

/// <summary>Who pays for what was really spent (Abrechnung), for a grant that pays a share of the costs (Anteilfinanzierung).</summary>
/// <param name="CostCents">Everything spent.</param>
/// <param name="EligibleCents">The eligible part of it.</param>
/// <param name="ThirdPartyCents">What others paid of it.</param>
/// <param name="GrantCents">The grant that is left for it: never more than granted, than the rate of the eligible costs, or than others leave open.</param>
/// <param name="RepayCents">What came of the grant beyond that and goes back.</param>
/// <param name="OutstandingCents">What of that grant has not come yet.</param>
internal sealed record Settlement(long CostCents, long EligibleCents, long ThirdPartyCents, long GrantCents, long RepayCents, long OutstandingCents)
{
    /// <summary>What stays with the recipient.</summary>
    public long OwnShareCents => CostCents - ThirdPartyCents - GrantCents;

    /// <summary>The settlement of what was spent and received so far.</summary>
    public static Settlement Of(GrantPlan plan, LedgerSums sums)
    {
        var third = Math.Min(sums.ThirdPartyCents, sums.SpentCents);
        var grant = Math.Min(Math.Min(plan.GrantCents, plan.Rate.MostOf(sums.EligibleCents)), sums.SpentCents - third);
        return new Settlement(sums.SpentCents, sums.EligibleCents, third, grant, Math.Max(0, sums.GrantCents - grant), Math.Max(0, grant - sums.GrantCents));
    }
}

/// <summary>What entries come to; reversed ones cancel themselves. Euro cents.</summary>
/// <param name="CalledCents">Asked for.</param>
/// <param name="GrantCents">Came of the grant.</param>
/// <param name="OwnShareCents">Came from the recipient.</param>
/// <param name="ThirdPartyCents">Came from others.</param>
/// <param name="SpentCents">Was spent.</param>
/// <param name="EligibleCents">The eligible part of that.</param>
internal sealed record LedgerSums(long CalledCents, long GrantCents, long OwnShareCents, long ThirdPartyCents, long SpentCents, long EligibleCents)
{
    /// <summary>Everything that came.</summary>
    public long ReceivedCents => GrantCents + OwnShareCents + ThirdPartyCents;

    /// <summary>What came and was not spent; below zero when more was spent.</summary>
    public long BalanceCents => ReceivedCents - SpentCents;

    /// <summary>The sums of entries.</summary>
    public static LedgerSums Of(IReadOnlyCollection<FundingEntry> entries)
    {
        return new LedgerSums(Sum(FundingEntryKind.Called), From(FundingSource.Grant), From(FundingSource.OwnShare), From(FundingSource.ThirdParty), Sum(FundingEntryKind.Spent), entries.Sum(entry => entry.EligibleCents));

        long Sum(FundingEntryKind kind) => entries.Where(entry => entry.Kind == kind).Sum(entry => entry.Cents);

        long From(FundingSource source) => entries.Where(entry => entry.Kind is FundingEntryKind.Received && entry.Source == source).Sum(entry => entry.Cents);
    }
}
