using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Region.Board;

namespace Modellstadt.Region.Funding;

/// <summary>Enters a notice of grant with its first figures.</summary>
internal sealed partial class EnterNotice(FundingJournal journal, FundingProgrammes programmes, AuditTrail audit, RandomSource random)
{
    /// <summary>With this the name of a made-up project begins.</summary>
    private const string MadeUp = "demo-";

    /// <summary>Enters it; the same form sent again returns the first notice.</summary>
    public async Task<Outcome<FundingNotice>> ExecuteAsync(NoticeDraft draft, string actor, CancellationToken cancellationToken) =>
        Check(draft) is { } refusal ? refusal : await journal.TryWriteAsync(open => AddAsync(open, draft, actor, cancellationToken), cancellationToken);

    /// <summary>How an entry's notice is named in the audit trail.</summary>
    public static string SubjectOf(Guid notice) => $"funding-notice/{notice:D}";

    private async Task<Outcome<FundingNotice>> AddAsync(OpenFunding open, NoticeDraft draft, string actor, CancellationToken cancellationToken)
    {
        if (await open.FindAsync(draft.Key, cancellationToken) is { } known)
            return await SameAsync(open, known, draft, cancellationToken);
        if (await open.Database.FundingNotices.AnyAsync(other => other.Authority == draft.Authority && other.Reference == draft.Reference, cancellationToken))
            return new NoticeKnown();
        if (await CheckProjectAsync(open, draft, cancellationToken) is { } refusal)
            return refusal;

        var notice = new FundingNotice
        {
            Id = random.NewId(),
            ProjectId = draft.ProjectId,
            Programme = draft.Programme,
            Authority = draft.Authority,
            Reference = draft.Reference,
            Recipient = draft.Recipient,
            RecipientKind = draft.RecipientKind,
            Demo = draft.Demo,
            EnteredAt = open.Now,
        };
        open.Database.FundingNotices.Add(notice);
        var entry = open.Add(new FundingEntry { Number = 0, NoticeId = notice.Id, Key = draft.Key, Kind = FundingEntryKind.Granted, BookedOn = draft.GrantedOn, Actor = actor, RecordedAt = open.Now });
        open.Database.FundingPlans.Add(new FundingPlan { Entry = entry.Number, NoticeId = notice.Id, Version = 1, EffectiveOn = draft.GrantedOn, Content = draft.Plan.ToJson() });
        if (draft.Proposal is { } proposal)
            open.Database.BoardNotices.Add(new BoardNotice { ProposalId = proposal, NoticeId = notice.Id, RecordedAt = open.Now });
        audit.Add(open.Database, actor, "funding-notice-entered", SubjectOf(notice.Id), draft.Reference);
        return notice;
    }

    /// <summary>
    /// Why the notice cannot be about its project; null when the register has it, and it is that of the proposal it came of. A made-up notice may be
    /// about a project that is as made up as it: such a one is in no register, and its name says so.
    /// </summary>
    private static async Task<Refusal?> CheckProjectAsync(OpenFunding open, NoticeDraft draft, CancellationToken cancellationToken)
    {
        if (!(draft.Demo && draft.ProjectId.StartsWith(MadeUp, StringComparison.Ordinal)) && !await RegisteredProject.ExistsAsync(open.Database, draft.ProjectId, cancellationToken))
            return new NoticeProjectUnknown();
        if (draft.Proposal is not { } id)
            return null;
        return await ProposalStory.ReadAsync(open.Database, id, cancellationToken) switch
        {
            not { Present.State: ProposalState.Approved, NoticeId: null } => new ProposalNotGranted(),
            { Content.ProjectId: { } project } when project != draft.ProjectId => new ProposalOfAnotherProject(project),
            _ => null,
        };
    }

    private static async Task<Outcome<FundingNotice>> SameAsync(OpenFunding open, FundingEntry known, NoticeDraft draft, CancellationToken cancellationToken)
    {
        var first = await open.Database.FundingNotices.AsNoTracking().SingleAsync(notice => notice.Id == known.NoticeId, cancellationToken);
        var same = known.Kind is FundingEntryKind.Granted && (first.ProjectId, first.Authority, first.Reference) == (draft.ProjectId, draft.Authority, draft.Reference);
        return same ? first : new FormUsedBefore();
    }

    private Refusal? Check(NoticeDraft draft)
    {
        if (!ProjectName().IsMatch(draft.ProjectId))
            return new ProjectNameUnreadable();
        if (programmes.Find(draft.Programme) is null)
            return new NoSuchProgramme();
        return new[] { draft.Authority, draft.Reference, draft.Recipient }.All(name => name is { Length: > 0 and <= PlanRules.LongestName }) ? PlanRules.Check(draft.Plan) : new PlanUnreadable("");
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,99}$")]
    private static partial Regex ProjectName();
}

/// <summary>A notice as it is to be entered.</summary>
/// <param name="Key">Unique for the form: sent twice, entered once.</param>
/// <param name="ProjectId">The project.</param>
/// <param name="Programme">The programme.</param>
/// <param name="Authority">Who grants.</param>
/// <param name="Reference">The authority's reference.</param>
/// <param name="Plan">The figures.</param>
internal sealed record NoticeDraft(string Key, string ProjectId, string Programme, string Authority, string Reference, GrantPlan Plan)
{
    /// <summary>Who gets it.</summary>
    public required string Recipient { get; init; }

    /// <summary>What kind of recipient that is.</summary>
    public required RecipientKind RecipientKind { get; init; }

    /// <summary>Day of the notice.</summary>
    public required DateOnly GrantedOn { get; init; }

    /// <summary>True when it is made up.</summary>
    public required bool Demo { get; init; }

    /// <summary>The proposal it came of; null when the board had none.</summary>
    public Guid? Proposal { get; init; }
}
