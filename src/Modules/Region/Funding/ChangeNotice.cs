using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Region.Funding;

/// <summary>Enters a change notice (Änderungsbescheid): other figures from a day on. The earlier ones stay.</summary>
internal sealed class ChangeNotice(FundingJournal journal, AuditTrail audit)
{
    /// <summary>Shortest reason, characters.</summary>
    public const int ShortestReason = 3;

    /// <summary>Enters it; the same form sent again changes nothing. Refused when somebody else has changed the notice since the form was opened.</summary>
    public async Task<Outcome<NoticeStory>> ExecuteAsync(Guid id, ChangeDraft draft, string actor, CancellationToken cancellationToken)
    {
        if (draft.Reason is not { Length: >= ShortestReason and <= PlanRules.LongestName })
            return new ChangeNeedsReason();
        if (PlanRules.Check(draft.Plan) is { } refusal)
            return refusal;
        return await journal.TryWriteAsync(open => AddAsync(open, id, draft, actor, cancellationToken), cancellationToken);
    }

    private async Task<Outcome<NoticeStory>> AddAsync(OpenFunding open, Guid id, ChangeDraft draft, string actor, CancellationToken cancellationToken)
    {
        if (await open.StoryAsync(id, cancellationToken) is not { } story)
            return new NoSuchNotice();
        if (story.Entries.Any(entry => entry.Key == draft.Key))
            return story;
        if (await open.Database.FundingEntries.AnyAsync(entry => entry.Key == draft.Key, cancellationToken))
            return new FormUsedBefore();
        if (story.Version != draft.Seen)
            return new NoticeChangedMeanwhile();
        if (draft.EffectiveOn < story.Plans[^1].EffectiveOn)
            return new ChangeBeforeLast(story.Plans[^1].EffectiveOn);

        var entry = open.Add(new FundingEntry
        {
            Number = 0, NoticeId = id, Key = draft.Key, Kind = FundingEntryKind.Changed, BookedOn = draft.EffectiveOn, Words = draft.Reason, Actor = actor, RecordedAt = open.Now,
        });
        open.Database.FundingPlans.Add(new FundingPlan { Entry = entry.Number, NoticeId = id, Version = story.Version + 1, EffectiveOn = draft.EffectiveOn, Content = draft.Plan.ToJson() });
        audit.Add(open.Database, actor, "funding-notice-changed", EnterNotice.SubjectOf(id), draft.Reason);
        return story;
    }
}

/// <summary>A change notice as it is to be entered.</summary>
/// <param name="Key">Unique for the form: sent twice, entered once.</param>
/// <param name="Seen">Number of the figures that stood there when the form was opened.</param>
/// <param name="EffectiveOn">The first day on which the new figures count.</param>
/// <param name="Reason">Why, with the reference of the change notice.</param>
/// <param name="Plan">The new figures.</param>
internal sealed record ChangeDraft(string Key, int Seen, DateOnly EffectiveOn, string Reason, GrantPlan Plan);
