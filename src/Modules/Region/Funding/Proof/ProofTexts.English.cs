namespace Modellstadt.Region.Funding.Proof;

/// <summary>The words in English.</summary>
internal sealed class EnglishProofTexts : ProofTexts
{
    public override string Title => "Proof of use";
    public override string InterimTitle => "Interim proof of use";
    public override string DemoWords => "DEMO: figures are made up";
    public override string ForWhat => "Purpose of the grant";
    public override string Recipient => "Recipient of the grant";
    public override string Authority => "Granting authority";
    public override string Reference => "Reference";
    public override string GrantedInSum => "Granted in sum";
    public override string PaidOut => "Paid out in sum";
    public override string Due => "To be handed in until";
    public override string Report => "I. Factual report";
    public override string ReportHint => "What the funding ledger knows stands here. The recipient adds the rest.";
    public override string Duration => "Approval period";
    public override string Fulfilled => "Purpose fulfilled on";
    public override string NotStated => "not stated yet";
    public override string MilestonesHead => "Milestone";
    public override string DueOn => "Planned until";
    public override string ReachedOn => "Reached on";
    public override string Deviations => "Deviations from the financing plan";
    public override string NoDeviation => "No cost category differs from the financing plan.";
    public override string Partners => "Spent by partners";
    public override string ToFillIn => "To be filled in";
    public override string Figures => "II. Figures";
    public override string Receipts => "1. Receipts";
    public override string Expenditure => "2. Expenditure";
    public override string Kind => "Kind";
    public override string Planned => "By the notice EUR";
    public override string Share => "per cent";
    public override string Settled => "Settled EUR";
    public override string Breakdown => "Cost category";
    public override string PlannedEligible => "of which eligible EUR";
    public override string SettledEligible => "of which eligible EUR";
    public override string Sum => "In sum";
    public override string Result => "3. Actual result";
    public override string ReceivedInSum => "Received";
    public override string SpentInSum => "Spent";
    public override string Balance => "Receipts less expenditure";
    public override string Repay => "Of the grant to pay back";
    public override string Outstanding => "Of the grant still to come";
    public override string Documents => "Entries";
    public override string Day => "Day";
    public override string What => "What";
    public override string Party => "From or to whom";
    public override string Document => "Invoice";
    public override string Euros => "EUR";
    public override string Eligible => "of which eligible";
    public override string Milestone => "Milestone";
    public override string Signature => "Place, date, legally binding signature:";

    public override IReadOnlyList<string> Questions =>
    [
        "What was done: beginning, duration, end",
        "Evidence of funded staff",
        "Success and effects",
        "Reasons for deviations from the planning and from the financing plan",
        "Reports of technical offices that took part (attach)",
    ];

    public override string NoticeOf(int version, string day, string? words) => version == 1 ? $"Notice of {day}" : $"Changed from {day}: {words}";

    public override string MoreOrLess(string category, string planned, string spent) => $"{category}: spent {spent} instead of {planned}. Reason: …";

    public override string SpentBy(string partner, string spent, string planned) => $"{partner}: {spent} of {planned}";

    public override string NameOf(FundingSource source, FundingLevel? level) => (source, level) switch
    {
        (FundingSource.OwnShare, _) => "Own share",
        (FundingSource.ThirdParty, _) => "Third parties (without public funding)",
        (_, FundingLevel.State) => "Grant of the state",
        (_, FundingLevel.Federal) => "Grant of the federation",
        (_, FundingLevel.Eu) => "Grant of the European Union",
        _ => "Grant",
    };
}
