using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Region.Board;

/// <summary>A member votes, or votes otherwise, until the vote is closed.</summary>
internal sealed class CastBallot(BoardJournal journal, AuditTrail audit)
{
    /// <summary>Takes the ballot down; the same one again changes nothing.</summary>
    /// <param name="meeting">The meeting.</param>
    /// <param name="proposal">The proposal.</param>
    /// <param name="member">The account that votes.</param>
    /// <param name="choice">What it says.</param>
    /// <param name="cancellationToken">Ends the work before it is saved.</param>
    public Task<Outcome<BoardBallot>> ExecuteAsync(Guid meeting, Guid proposal, Guid member, BallotChoice choice, CancellationToken cancellationToken) => journal.TryWriteAsync<BoardBallot>(
        async open =>
        {
            if (await open.VoteAsync(meeting, proposal, cancellationToken) is not { } vote)
                return new VoteNotOpen();
            if (vote.Members().All(one => one.Id != member))
                return new NotOnRoll();

            var last = await open.Database.BoardBallots.AsNoTracking().Where(ballot => ballot.VoteId == vote.Id && ballot.Member == member).OrderByDescending(ballot => ballot.Number).FirstOrDefaultAsync(cancellationToken);
            if (last?.Choice == choice)
                return last;
            if (!await open.IsOpenAsync(vote.Id, cancellationToken))
                return new VoteClosed();

            var ballot = new BoardBallot { Number = open.Next(), VoteId = vote.Id, Member = member, Choice = choice, RecordedAt = open.Now };
            open.Database.BoardBallots.Add(ballot);
            // That somebody voted, not how: how stands in the papers of the board alone.
            audit.Add(open.Database, Actors.Staff(member), "board-ballot-cast", WriteProposal.SubjectOf(proposal));
            return ballot;
        },
        cancellationToken);
}
