namespace Modellstadt.Region.Funding.Proof;

/// <summary>
/// A proof of use (Verwendungsnachweis) in the structure of ANBest-G NRW no. 7.3 and 7.4 and of the pattern for municipalities: what was granted
/// and paid out, a factual report, and the figures, receipts and expenditure by the financing plan, planned beside settled. Computed from the
/// ledger each time; the file and the paper show the same figures.
/// </summary>
/// <param name="Story">The notice with its figures and entries.</param>
/// <param name="Standing">Plan against actual on the day of the proof.</param>
/// <param name="Deadline">When it is due.</param>
/// <param name="Level">Whose money the grant is; null when the programme is no longer known.</param>
/// <param name="Day">The day of the proof.</param>
internal sealed record ProofOfUse(NoticeStory Story, NoticeStanding Standing, ProofDeadline Deadline, FundingLevel? Level, DateOnly Day)
{
    /// <summary>The proof of a notice as it stands on a day.</summary>
    public static ProofOfUse Of(NoticeStory story, FundingProgrammes programmes, DateOnly day)
    {
        var standing = story.StandingOn(day);
        return new ProofOfUse(story, standing, ProofDeadline.Of(standing.Plan, story.Entries), programmes.Find(story.Notice.Programme)?.Level, day);
    }

    /// <summary>Each notice with its day, its words and the sum that was granted then.</summary>
    public IReadOnlyList<(int Version, DateOnly Day, string? Words, long GrantCents)> Notices =>
        [.. Story.Plans.Select(plan => (plan.Version, plan.EffectiveOn, NoticeEntries[plan.Version - 1].Words, plan.Plan.GrantCents))];

    /// <summary>Receipts: own share, third parties, grant, and their sum.</summary>
    public IReadOnlyList<ReceiptRow> Receipts
    {
        get
        {
            var (plan, settled) = (Standing.Plan, Standing.Settlement);
            return
            [
                Row(FundingSource.OwnShare, plan.OwnShareCents, settled.OwnShareCents),
                Row(FundingSource.ThirdParty, plan.ThirdPartyCents, settled.ThirdPartyCents),
                Row(FundingSource.Grant, plan.GrantCents, settled.GrantCents),
                Row(null, plan.CostCents, settled.CostCents),
            ];
        }
    }

    /// <summary>Expenditure by category.</summary>
    public IReadOnlyList<CostStanding> Expenditure => Standing.Costs;

    /// <summary>The sum of the expenditure.</summary>
    public (long PlannedCents, long PlannedEligibleCents, long SettledCents, long SettledEligibleCents) Total =>
        (Standing.Plan.CostCents, Standing.Plan.EligibleCents, Standing.Sums.SpentCents, Standing.Sums.EligibleCents);

    /// <summary>Receipts and expenses one by one, oldest first; what was reversed and what reversed it stays out.</summary>
    public IReadOnlyList<FundingEntry> Documents =>
        [.. NoticeStanding.InForce(Story.Entries).Where(entry => entry.Kind is FundingEntryKind.Received or FundingEntryKind.Spent).OrderBy(entry => entry.BookedOn).ThenBy(entry => entry.Number)];

    private IReadOnlyList<FundingEntry> NoticeEntries => [.. Story.Entries.Where(entry => entry.Kind is FundingEntryKind.Granted or FundingEntryKind.Changed)];

    private ReceiptRow Row(FundingSource? source, long planned, long settled) =>
        new(source, planned, ShareOf(planned, Standing.Plan.CostCents), settled, ShareOf(settled, Standing.Settlement.CostCents));

    /// <summary>Hundredths of a percent, rounded to the nearest; null of nothing.</summary>
    private static int? ShareOf(long part, long whole) => whole == 0 ? null : (int)(((Int128)part * FundingRate.Whole * 2 + whole) / ((Int128)whole * 2));
}

/// <summary>A row of the receipts, euro cents and hundredths of a percent.</summary>
/// <param name="Source">Who pays; null for the sum.</param>
/// <param name="PlannedCents">By the notice.</param>
/// <param name="PlannedShare">Its share of the costs.</param>
/// <param name="SettledCents">By the settlement.</param>
/// <param name="SettledShare">Its share of the expenditure; null when nothing was spent.</param>
internal sealed record ReceiptRow(FundingSource? Source, long PlannedCents, int? PlannedShare, long SettledCents, int? SettledShare);
