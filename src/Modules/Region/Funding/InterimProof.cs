namespace Modellstadt.Region.Funding;

/// <summary>An interim proof of use (Zwischennachweis) that a notice asks for. They are handed in one after the other: the first one settles the first deadline.</summary>
/// <param name="DueOn">The last day.</param>
/// <param name="SubmittedOn">When it was handed in; null before.</param>
internal sealed record InterimProof(DateOnly DueOn, DateOnly? SubmittedOn)
{
    /// <summary>True when it is late.</summary>
    public bool IsOver(DateOnly today) => SubmittedOn is null && today > DueOn;

    /// <summary>Those of a notice, in the order of their deadlines.</summary>
    public static IReadOnlyList<InterimProof> Of(GrantPlan plan, IReadOnlyCollection<FundingEntry> entries)
    {
        var submitted = NoticeStanding.InForce(entries).Where(entry => entry.Kind is FundingEntryKind.InterimProofSubmitted).Select(entry => (DateOnly?)entry.BookedOn).Order().ToList();
        return [.. plan.InterimProofs.Select((due, number) => new InterimProof(due, submitted.ElementAtOrDefault(number)))];
    }
}
