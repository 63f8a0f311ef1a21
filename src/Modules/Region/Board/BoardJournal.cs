using Microsoft.EntityFrameworkCore;
using Modellstadt.Accounts;
using Modellstadt.Region.Storage;

namespace Modellstadt.Region.Board;

/// <summary>The papers of the board as they are written: whoever counts a vote sees every ballot and no later one.</summary>
internal sealed class BoardJournal(IDbContextFactory<RegionDb> databases, TimeProvider time) : SoleWriter<OpenBoard>(databases, time)
{
    /// <inheritdoc />
    protected override FormattableString Claim => $"UPDATE board_journal SET last = last WHERE id = 1 RETURNING last AS \"Value\"";

    /// <inheritdoc />
    protected override FormattableString Keep(long last) => $"UPDATE board_journal SET last = {last} WHERE id = 1";

    /// <inheritdoc />
    protected override OpenBoard Open(RegionDb database, long last, DateTimeOffset now) => new(database, last, now);
}

/// <summary>The papers of the board in the hands of their only writer.</summary>
internal sealed class OpenBoard(RegionDb database, long last, DateTimeOffset now) : OpenPapers(database, last, now)
{
    /// <summary>Adds the next state of a proposal.</summary>
    /// <param name="former">The state before; null for a new proposal.</param>
    /// <param name="step">What follows: number, version and moment are set here.</param>
    /// <exception cref="InvalidOperationException">A proposal does not go this way: the caller has to refuse it before.</exception>
    public ProposalStep Add(ProposalStep? former, NextStep step)
    {
        if (former is not null && !ProposalRules.MayFollow(former.State, step.State))
            throw new InvalidOperationException($"{step.State} does not follow {former.State}.");

        var added = new ProposalStep
        {
            Number = Next(),
            ProposalId = step.ProposalId,
            Version = (former?.Version ?? 0) + 1,
            Key = step.Key,
            State = step.State,
            MeetingId = step.MeetingId ?? former?.MeetingId,
            Content = step.Content?.Write() ?? former!.Content,
            Role = step.By.Role,
            Reason = step.Reason,
            Conditions = step.Conditions,
            Actor = step.By.Actor,
            RecordedAt = Now,
        };
        Database.BoardSteps.Add(added);
        return added;
    }

    /// <summary>The state that a form has brought before; null when it is new.</summary>
    public Task<ProposalStep?> FindAsync(string key, CancellationToken cancellationToken) =>
        Database.BoardSteps.AsNoTracking().SingleOrDefaultAsync(step => step.Key == key, cancellationToken);

    /// <summary>How a proposal stands; null when there is none.</summary>
    public Task<ProposalStep?> PresentAsync(Guid proposal, CancellationToken cancellationToken) =>
        Database.BoardSteps.AsNoTracking().Where(step => step.ProposalId == proposal).OrderByDescending(step => step.Version).FirstOrDefaultAsync(cancellationToken);

    /// <summary>The vote on a proposal in a meeting; null before it was opened.</summary>
    public Task<BoardVote?> VoteAsync(Guid meeting, Guid proposal, CancellationToken cancellationToken) =>
        Database.BoardVotes.AsNoTracking().SingleOrDefaultAsync(vote => vote.MeetingId == meeting && vote.ProposalId == proposal, cancellationToken);

    /// <summary>True when the minutes of a meeting have been begun: its agenda is closed then.</summary>
    public Task<bool> HasMinutesAsync(Guid meeting, CancellationToken cancellationToken) => Database.BoardMinutes.AnyAsync(minutes => minutes.MeetingId == meeting, cancellationToken);

    /// <summary>True when somebody is still voting.</summary>
    public Task<bool> IsOpenAsync(Guid vote, CancellationToken cancellationToken) => Database.BoardResults.AllAsync(result => result.VoteId != vote, cancellationToken);
}

/// <summary>Who acts for the board, and as what.</summary>
/// <param name="Actor">As the audit trail names them.</param>
/// <param name="Role">As what they act.</param>
internal sealed record Acting(string Actor, StaffRole Role);

/// <summary>What a proposal goes on to.</summary>
/// <param name="ProposalId">The proposal.</param>
/// <param name="Key">Unique: sent twice, done once.</param>
/// <param name="State">The new state.</param>
/// <param name="By">Who brings it about.</param>
internal sealed record NextStep(Guid ProposalId, string Key, ProposalState State, Acting By)
{
    /// <summary>The new content; null when it stays.</summary>
    public ProposalContent? Content { get; init; }

    /// <summary>The meeting; null when it stays.</summary>
    public Guid? MeetingId { get; init; }

    /// <summary>Why.</summary>
    public string? Reason { get; init; }

    /// <summary>Conditions of an approval, one a line.</summary>
    public string? Conditions { get; init; }
}
