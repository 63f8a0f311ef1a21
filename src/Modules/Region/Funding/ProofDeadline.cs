namespace Modellstadt.Region.Funding;

/// <summary>Until when a proof of use is due. The notice states the months (<see cref="ProofTerms"/>): no general rule decides here.</summary>
/// <param name="DueOn">The last day.</param>
/// <param name="PurposeFulfilledOn">When what the grant is for was done; null when it is not said yet: then the period alone counts.</param>
/// <param name="SubmittedOn">When it was handed in; null before.</param>
internal sealed record ProofDeadline(DateOnly DueOn, DateOnly? PurposeFulfilledOn, DateOnly? SubmittedOn)
{
    /// <summary>True when it is late.</summary>
    public bool IsOver(DateOnly today) => SubmittedOn is null && today > DueOn;

    /// <summary>
    /// The earlier one of two days: so many months after the purpose was fulfilled, and the end of the month so many months after
    /// the one in which the approval period ends ("mit Ablauf des sechsten auf den Bewilligungszeitraum folgenden Monats").
    /// </summary>
    public static ProofDeadline Of(GrantPlan plan, IReadOnlyCollection<FundingEntry> entries)
    {
        var latest = EndOfMonth(plan.Until, plan.Proof.MonthsAfterPeriod);
        var fulfilled = LastOf(entries, FundingEntryKind.PurposeFulfilled);
        var due = fulfilled?.AddMonths(plan.Proof.MonthsAfterPurpose) is { } first && first < latest ? first : latest;
        return new ProofDeadline(due, fulfilled, LastOf(entries, FundingEntryKind.ProofSubmitted));
    }

    private static DateOnly? LastOf(IReadOnlyCollection<FundingEntry> entries, FundingEntryKind kind) =>
        NoticeStanding.InForce(entries).LastOrDefault(entry => entry.Kind == kind)?.BookedOn;

    private static DateOnly EndOfMonth(DateOnly day, int months)
    {
        var month = new DateOnly(day.Year, day.Month, 1).AddMonths(months + 1);
        return month.AddDays(-1);
    }
}
