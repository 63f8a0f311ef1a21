using System.Text.Json;

namespace Modellstadt.Region.Board;

/// <summary>How the board counts.</summary>
/// <param name="QuorumAbovePercent">More than this share of those who may vote must have voted.</param>
/// <param name="MajorityAbovePercent">More than this share of yes and no must be yes.</param>
internal sealed record CountingRule(int QuorumAbovePercent, int MajorityAbovePercent);

/// <summary>
/// The result of a vote. Whoever has a conflict of interest (Befangenheit) is left out of everything; an abstention counts for the quorum and
/// not for the majority; without a quorum nothing is decided, and a tie is no majority.
/// </summary>
/// <param name="Roll">How many members stood on the roll.</param>
/// <param name="Excluded">How many of them had a conflict of interest.</param>
/// <param name="Yes">For it.</param>
/// <param name="No">Against it.</param>
/// <param name="Abstained">Neither.</param>
/// <param name="Rule">How it was counted.</param>
internal sealed record VoteResult(int Roll, int Excluded, int Yes, int No, int Abstained, CountingRule Rule)
{
    /// <summary>How many might vote.</summary>
    public int Entitled => Roll - Excluded;

    /// <summary>How many of them did.</summary>
    public int Voted => Yes + No + Abstained;

    /// <summary>Whether enough of them did.</summary>
    public bool HasQuorum => Voted * 100 > Entitled * Rule.QuorumAbovePercent;

    /// <summary>What becomes of the proposal.</summary>
    public ProposalState Outcome =>
        !HasQuorum ? ProposalState.Deferred : Yes * 100 > (Yes + No) * Rule.MajorityAbovePercent ? ProposalState.Recommended : ProposalState.Rejected;

    /// <summary>Counts the last ballot of every member on the roll; others count for nothing.</summary>
    /// <param name="roll">Who may vote.</param>
    /// <param name="ballots">All ballots, oldest first.</param>
    /// <param name="rule">How to count.</param>
    public static VoteResult Of(IReadOnlyCollection<Guid> roll, IEnumerable<(Guid Member, BallotChoice Choice)> ballots, CountingRule rule)
    {
        var last = new Dictionary<Guid, BallotChoice>();
        foreach (var (member, choice) in ballots.Where(ballot => roll.Contains(ballot.Member)))
            last[member] = choice;
        return new VoteResult(roll.Distinct().Count(), Count(BallotChoice.Excluded), Count(BallotChoice.Yes), Count(BallotChoice.No), Count(BallotChoice.Abstained), rule);

        int Count(BallotChoice choice) => last.Values.Count(one => one == choice);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static VoteResult Read(string json) => JsonSerializer.Deserialize<VoteResult>(json)!;

    /// <summary>The result as JSON.</summary>
    public string Write() => JsonSerializer.Serialize(this);
}

/// <summary>What a member says.</summary>
internal enum BallotChoice
{
    Yes,
    No,
    Abstained,

    /// <summary>Has a conflict of interest (Befangenheit) and takes no part.</summary>
    Excluded,
}
