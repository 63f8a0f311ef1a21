using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Region.Funding;

namespace Modellstadt.Region.Board;

/// <summary>The project office writes a proposal, changes it, and puts it on the agenda of a meeting.</summary>
internal sealed class WriteProposal(BoardJournal journal, FundingProgrammes programmes, AuditTrail audit, RandomSource random)
{
    /// <summary>Makes a draft; the same form sent again returns the first one.</summary>
    public async Task<Outcome<ProposalStep>> CreateAsync(string key, ProposalContent content, Acting by, CancellationToken cancellationToken) =>
        Check(content) is { } refusal ? refusal : await journal.TryWriteAsync<ProposalStep>(
            async open =>
            {
                if (await open.FindAsync(key, cancellationToken) is { } known)
                    return known.Content == content.Write() ? known : new ProposalFormUsedBefore();
                if (!await IsInRegisterAsync(open, content, cancellationToken))
                    return new ProposalProjectUnknown();

                var draft = open.Add(null, new NextStep(random.NewId(), key, ProposalState.Draft, by) { Content = content });
                audit.Add(open.Database, by.Actor, "proposal-drafted", SubjectOf(draft.ProposalId));
                return draft;
            },
            cancellationToken);

    /// <summary>Changes a draft or a deferred proposal; its earlier texts stay.</summary>
    /// <param name="id">The proposal.</param>
    /// <param name="seen">What its author had before them, with the key of the form.</param>
    /// <param name="content">The new content.</param>
    /// <param name="by">Who changes it.</param>
    /// <param name="cancellationToken">Ends the work before it is saved.</param>
    public async Task<Outcome<ProposalStep>> ChangeAsync(Guid id, SeenProposal seen, ProposalContent content, Acting by, CancellationToken cancellationToken) =>
        Check(content) is { } refusal ? refusal : await journal.TryWriteAsync<ProposalStep>(
            async open =>
            {
                if (!(await FindOpenAsync(open, id, seen, cancellationToken)).Succeeded(out var present, out var refused))
                    return refused;
                if (present.Key == seen.Key)
                    return present;
                if (!await IsInRegisterAsync(open, content, cancellationToken))
                    return new ProposalProjectUnknown();

                audit.Add(open.Database, by.Actor, "proposal-changed", SubjectOf(id), $"version {present.Version + 1}");
                return open.Add(present, new NextStep(id, seen.Key, present.State, by) { Content = content });
            },
            cancellationToken);

    /// <summary>Puts a draft or a deferred proposal on the agenda of a meeting.</summary>
    public Task<Outcome<ProposalStep>> SubmitAsync(Guid id, SeenProposal seen, Guid meeting, Acting by, CancellationToken cancellationToken) => journal.TryWriteAsync<ProposalStep>(
        async open =>
        {
            if (!(await FindOpenAsync(open, id, seen, cancellationToken)).Succeeded(out var present, out var refused))
                return refused;
            if (present.Key == seen.Key)
                return present;
            if (!await open.Database.BoardMeetings.AnyAsync(one => one.Id == meeting, cancellationToken))
                return new NoSuchMeeting();
            if (await open.HasMinutesAsync(meeting, cancellationToken) || await open.VoteAsync(meeting, id, cancellationToken) is not null)
                return new AgendaClosed();

            audit.Add(open.Database, by.Actor, "proposal-submitted", SubjectOf(id), $"meeting {meeting:D}");
            return open.Add(present, new NextStep(id, seen.Key, ProposalState.Submitted, by) { MeetingId = meeting });
        },
        cancellationToken);

    /// <summary>How the audit trail names a proposal.</summary>
    public static string SubjectOf(Guid proposal) => $"proposal/{proposal:D}";

    private Refusal? Check(ProposalContent content) => programmes.Find(content.Programme) is null ? new NoSuchProgramme() : ProposalRules.Check(content);

    /// <summary>The proposal as long as it can be written; what the same form has brought already is returned as it is.</summary>
    private static async Task<Outcome<ProposalStep>> FindOpenAsync(OpenBoard open, Guid id, SeenProposal seen, CancellationToken cancellationToken)
    {
        if (await open.FindAsync(seen.Key, cancellationToken) is { } known)
            return known.ProposalId == id ? known : new ProposalFormUsedBefore();
        return await open.PresentAsync(id, cancellationToken) switch
        {
            null => new NoSuchProposal(),
            var present when present.Version != seen.Version => new ProposalChangedMeanwhile(),
            var present when !ProposalRules.IsOpen(present.State) => new ProposalNotOpen(),
            var present => present,
        };
    }

    private static async Task<bool> IsInRegisterAsync(OpenBoard open, ProposalContent content, CancellationToken cancellationToken) =>
        content.ProjectId is not { } project || await RegisteredProject.ExistsAsync(open.Database, project, cancellationToken);
}

/// <summary>What somebody had before them.</summary>
/// <param name="Key">Unique for the form: sent twice, done once.</param>
/// <param name="Version">Number of the state that was shown.</param>
internal sealed record SeenProposal(string Key, int Version);
