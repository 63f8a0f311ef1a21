using Microsoft.EntityFrameworkCore;
using Modellstadt.Region.Storage;

namespace Modellstadt.Region.Board;

/// <summary>A proposal with everything that happened to it.</summary>
/// <param name="Id">The proposal.</param>
/// <param name="Steps">Every state it was in, the first one first.</param>
/// <param name="Votes">The votes on it, in their order.</param>
/// <param name="NoticeId">The notice of grant that came of it; null while there is none.</param>
internal sealed record ProposalStory(Guid Id, IReadOnlyList<ProposalStep> Steps, IReadOnlyList<VoteStory> Votes, Guid? NoticeId)
{
    /// <summary>How it stands.</summary>
    public ProposalStep Present => Steps[^1];

    /// <summary>What it says.</summary>
    public ProposalContent Content { get; } = ProposalContent.Read(Steps[^1].Content);

    /// <summary>Reads a proposal; null when there is none.</summary>
    public static async Task<ProposalStory?> ReadAsync(RegionDb database, Guid id, CancellationToken cancellationToken) =>
        (await ReadAsync(database, database.BoardSteps.Where(step => step.ProposalId == id), cancellationToken)).SingleOrDefault();

    /// <summary>Reads all proposals, those that were touched last first.</summary>
    public static Task<IReadOnlyList<ProposalStory>> ReadAllAsync(RegionDb database, CancellationToken cancellationToken) => ReadAsync(database, database.BoardSteps, cancellationToken);

    private static async Task<IReadOnlyList<ProposalStory>> ReadAsync(RegionDb database, IQueryable<ProposalStep> wanted, CancellationToken cancellationToken)
    {
        var steps = await wanted.AsNoTracking().OrderBy(step => step.Number).ToListAsync(cancellationToken);
        var proposals = steps.Select(step => step.ProposalId).Distinct().ToList();
        var votes = await VoteStory.ReadAsync(database, proposals, cancellationToken);
        var notices = await database.BoardNotices.AsNoTracking().Where(notice => proposals.Contains(notice.ProposalId)).ToDictionaryAsync(notice => notice.ProposalId, notice => notice.NoticeId, cancellationToken);
        return [.. from step in steps
                   group step by step.ProposalId into own
                   orderby own.Max(step => step.Number) descending
                   select new ProposalStory(own.Key, [.. own], [.. votes[own.Key]], notices.TryGetValue(own.Key, out var notice) ? notice : null)];
    }
}

/// <summary>A vote with what members said.</summary>
/// <param name="Vote">The vote.</param>
/// <param name="Members">Its roll.</param>
/// <param name="Ballots">What was said, oldest first.</param>
/// <param name="Result">What it came to; null while it is open.</param>
/// <param name="ClosedAt">When it was closed.</param>
internal sealed record VoteStory(BoardVote Vote, IReadOnlyList<RollMember> Members, IReadOnlyList<BoardBallot> Ballots, VoteResult? Result, DateTimeOffset? ClosedAt)
{
    /// <summary>What a member says by now; null when nothing.</summary>
    public BallotChoice? ChoiceOf(Guid? member) => Ballots.LastOrDefault(ballot => ballot.Member == member)?.Choice;

    /// <summary>How many have said something.</summary>
    public int Voted => Ballots.Select(ballot => ballot.Member).Distinct().Count();

    /// <summary>The votes on proposals, by proposal and in their order.</summary>
    public static async Task<ILookup<Guid, VoteStory>> ReadAsync(RegionDb database, IReadOnlyCollection<Guid> proposals, CancellationToken cancellationToken)
    {
        var votes = await database.BoardVotes.AsNoTracking().Where(vote => proposals.Contains(vote.ProposalId)).OrderBy(vote => vote.RecordedAt).ToListAsync(cancellationToken);
        var ids = votes.ConvertAll(vote => vote.Id);
        var ballots = (await database.BoardBallots.AsNoTracking().Where(ballot => ids.Contains(ballot.VoteId)).OrderBy(ballot => ballot.Number).ToListAsync(cancellationToken)).ToLookup(ballot => ballot.VoteId);
        var results = await database.BoardResults.AsNoTracking().Where(result => ids.Contains(result.VoteId)).ToDictionaryAsync(result => result.VoteId, cancellationToken);
        return votes.ToLookup(vote => vote.ProposalId, vote => new VoteStory(
            vote, vote.Members(), [.. ballots[vote.Id]], results.TryGetValue(vote.Id, out var result) ? VoteResult.Read(result.Content) : null, result?.RecordedAt));
    }
}

/// <summary>A meeting with its agenda.</summary>
/// <param name="Meeting">The meeting.</param>
/// <param name="Items">The proposals that stand or stood on its agenda, in the order in which they came there.</param>
/// <param name="Minutes">The texts of its minutes, the draft first; empty before.</param>
internal sealed record MeetingStory(BoardMeeting Meeting, IReadOnlyList<AgendaItem> Items, IReadOnlyList<BoardMinutes> Minutes)
{
    /// <summary>The text that counts; null before the draft.</summary>
    public BoardMinutes? LastMinutes => Minutes.Count > 0 ? Minutes[^1] : null;

    /// <summary>Reads a meeting; null when there is none.</summary>
    public static async Task<MeetingStory?> ReadAsync(RegionDb database, Guid id, CancellationToken cancellationToken) =>
        (await ReadAllAsync(database, cancellationToken)).SingleOrDefault(story => story.Meeting.Id == id);

    /// <summary>Reads all meetings, the latest first.</summary>
    public static async Task<IReadOnlyList<MeetingStory>> ReadAllAsync(RegionDb database, CancellationToken cancellationToken)
    {
        var meetings = await database.BoardMeetings.AsNoTracking().OrderByDescending(meeting => meeting.HeldOn).ThenBy(meeting => meeting.RecordedAt).ToListAsync(cancellationToken);
        var proposals = await ProposalStory.ReadAllAsync(database, cancellationToken);
        var minutes = (await database.BoardMinutes.AsNoTracking().OrderBy(one => one.Version).ToListAsync(cancellationToken)).ToLookup(one => one.MeetingId);
        return [.. meetings.Select(meeting => new MeetingStory(meeting, AgendaOf(meeting.Id, proposals), [.. minutes[meeting.Id]]))];
    }

    private static IReadOnlyList<AgendaItem> AgendaOf(Guid meeting, IReadOnlyList<ProposalStory> proposals) =>
        [.. from proposal in proposals
            let submitted = proposal.Steps.LastOrDefault(step => step.State is ProposalState.Submitted && step.MeetingId == meeting)
            where submitted is not null
            orderby submitted.Number
            select new AgendaItem(proposal, submitted, proposal.Votes.SingleOrDefault(vote => vote.Vote.MeetingId == meeting))];
}

/// <summary>A proposal on the agenda of a meeting.</summary>
/// <param name="Proposal">The proposal.</param>
/// <param name="Submitted">The state in which it lay before the meeting.</param>
/// <param name="Vote">The vote on it there; null before it was opened.</param>
internal sealed record AgendaItem(ProposalStory Proposal, ProposalStep Submitted, VoteStory? Vote)
{
    /// <summary>What the meeting had before it.</summary>
    public ProposalContent Content { get; } = ProposalContent.Read(Submitted.Content);

    /// <summary>What the meeting made of it; null while it has not.</summary>
    public ProposalStep? Outcome => Proposal.Steps.FirstOrDefault(step => step.Version == Submitted.Version + 1);

    /// <summary>What the district government said to it; null while it has not.</summary>
    public ProposalStep? Decision => Proposal.Present is { State: ProposalState.Approved or ProposalState.Refused } decided && decided.Version == Submitted.Version + 2 ? decided : null;
}
