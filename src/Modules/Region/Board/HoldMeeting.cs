using Microsoft.EntityFrameworkCore;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Randomness;

namespace Modellstadt.Region.Board;

/// <summary>The project office plans a meeting; its chair opens votes, closes them, and puts proposals off.</summary>
internal sealed class HoldMeeting(BoardJournal journal, StaffDirectory directory, CountingRule rule, AuditTrail audit, RandomSource random)
{
    private static readonly StaffRole[] Voting = [StaffRole.BoardMember, StaffRole.BoardChair];

    /// <summary>Plans a meeting; the same form sent again returns the first one.</summary>
    public async Task<Outcome<BoardMeeting>> PlanAsync(MeetingDraft draft, Acting by, CancellationToken cancellationToken) =>
        draft.Place is not { Length: > 0 and <= ProposalRules.LongestName } ? new MeetingIncomplete() : await journal.TryWriteAsync<BoardMeeting>(
            async open =>
            {
                if (await open.Database.BoardMeetings.AsNoTracking().SingleOrDefaultAsync(meeting => meeting.Key == draft.Key, cancellationToken) is { } known)
                    return (known.HeldOn, known.Place) == (draft.HeldOn, draft.Place) ? known : new ProposalFormUsedBefore();

                var meeting = new BoardMeeting
                {
                    Id = random.NewId(),
                    Key = draft.Key,
                    HeldOn = draft.HeldOn,
                    Place = draft.Place,
                    IsPublic = draft.IsPublic,
                    VotesByName = draft.VotesByName,
                    Demo = draft.Demo,
                    Actor = by.Actor,
                    RecordedAt = open.Now,
                };
                open.Database.BoardMeetings.Add(meeting);
                audit.Add(open.Database, by.Actor, "board-meeting-planned", SubjectOf(meeting.Id));
                return meeting;
            },
            cancellationToken);

    /// <summary>Opens the vote on a proposal: the roll of this moment is fixed. Opened again it stays as it is.</summary>
    public async Task<Outcome<BoardVote>> OpenAsync(Guid meeting, Guid proposal, Acting by, CancellationToken cancellationToken)
    {
        var members = await directory.OfAsync(Voting, cancellationToken);
        return await journal.TryWriteAsync<BoardVote>(
            async open =>
            {
                if (await open.VoteAsync(meeting, proposal, cancellationToken) is { } opened)
                    return opened;
                if (await FindSubmittedAsync(open, meeting, proposal, cancellationToken) is not { Refusal: null } found)
                    return new NotOnAgenda();

                var vote = new BoardVote
                {
                    Id = random.NewId(),
                    ProposalId = proposal,
                    MeetingId = meeting,
                    Roll = BoardVote.Write(members.Select(member => new RollMember(member.Id, member.Name))),
                    Actor = by.Actor,
                    RecordedAt = open.Now,
                };
                open.Database.BoardVotes.Add(vote);
                audit.Add(open.Database, by.Actor, "board-vote-opened", WriteProposal.SubjectOf(proposal), $"version {found.Value.Version}");
                return vote;
            },
            cancellationToken);
    }

    /// <summary>Closes the vote and says what became of the proposal, in one step. Closed again it stays as it is.</summary>
    public Task<Outcome<VoteResult>> CloseAsync(Guid meeting, Guid proposal, Acting by, CancellationToken cancellationToken) => journal.TryWriteAsync<VoteResult>(
        async open =>
        {
            if (await open.VoteAsync(meeting, proposal, cancellationToken) is not { } vote)
                return new VoteNotOpen();
            if (await open.Database.BoardResults.AsNoTracking().SingleOrDefaultAsync(known => known.VoteId == vote.Id, cancellationToken) is { } earlier)
                return VoteResult.Read(earlier.Content);
            if (!(await FindSubmittedAsync(open, meeting, proposal, cancellationToken)).Succeeded(out var present, out var refusal))
                return refusal;

            var ballots = await open.Database.BoardBallots.AsNoTracking().Where(ballot => ballot.VoteId == vote.Id).OrderBy(ballot => ballot.Number).ToListAsync(cancellationToken);
            var result = VoteResult.Of([.. vote.Members().Select(member => member.Id)], ballots.Select(ballot => (ballot.Member, ballot.Choice)), rule);
            open.Database.BoardResults.Add(new BoardResult { VoteId = vote.Id, Content = result.Write(), Actor = by.Actor, RecordedAt = open.Now });
            open.Add(present, new NextStep(proposal, $"vote/{vote.Id:D}", result.Outcome, by));
            audit.Add(open.Database, by.Actor, "board-vote-closed", WriteProposal.SubjectOf(proposal), result.Outcome.ToString());
            return result;
        },
        cancellationToken);

    /// <summary>Puts a proposal off without a vote.</summary>
    public async Task<Outcome<ProposalStep>> DeferAsync(Guid meeting, Guid proposal, Deferral deferral, Acting by, CancellationToken cancellationToken) =>
        !ProposalRules.IsReason(deferral.Reason) ? new ProposalReasonMissing() : await journal.TryWriteAsync<ProposalStep>(
            async open =>
            {
                if (await open.FindAsync(deferral.Key, cancellationToken) is { } known)
                    return known.ProposalId == proposal ? known : new ProposalFormUsedBefore();
                if (!(await FindSubmittedAsync(open, meeting, proposal, cancellationToken)).Succeeded(out var present, out var refusal))
                    return refusal;
                if (await open.VoteAsync(meeting, proposal, cancellationToken) is not null)
                    return new VoteStillOpen();

                audit.Add(open.Database, by.Actor, "proposal-deferred", WriteProposal.SubjectOf(proposal));
                return open.Add(present, new NextStep(proposal, deferral.Key, ProposalState.Deferred, by) { Reason = deferral.Reason });
            },
            cancellationToken);

    /// <summary>How the audit trail names a meeting.</summary>
    public static string SubjectOf(Guid meeting) => $"board-meeting/{meeting:D}";

    private static async Task<Outcome<ProposalStep>> FindSubmittedAsync(OpenBoard open, Guid meeting, Guid proposal, CancellationToken cancellationToken) =>
        await open.PresentAsync(proposal, cancellationToken) is { State: ProposalState.Submitted } present && present.MeetingId == meeting
            && !await open.HasMinutesAsync(meeting, cancellationToken) ? present : new NotOnAgenda();
}

/// <summary>A proposal that is put off.</summary>
/// <param name="Key">Unique for the form: sent twice, done once.</param>
/// <param name="Reason">Why.</param>
internal sealed record Deferral(string Key, string? Reason);

/// <summary>A meeting as it is to be planned.</summary>
/// <param name="Key">Unique for the form: sent twice, planned once.</param>
/// <param name="HeldOn">The day.</param>
/// <param name="Place">Where.</param>
/// <param name="IsPublic">Whether everybody may know what it decides.</param>
/// <param name="VotesByName">Whether it is shown who voted how.</param>
/// <param name="Demo">Whether it is made up.</param>
internal sealed record MeetingDraft(string Key, DateOnly HeldOn, string Place, bool IsPublic, bool VotesByName, bool Demo);
