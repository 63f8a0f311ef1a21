using CsCheck;
using Modellstadt.Region.Board;

namespace Modellstadt.Region.Tests.Board;

/// <summary>Whatever is voted, changed and by whomever: the count is that of the roll's last words, and what it means follows from the numbers alone.</summary>
public sealed class VoteProperties
{
    private static readonly CountingRule Half = new(50, 50);

    private static readonly Gen<CountingRule> SomeRule = Gen.Select(Gen.Int[0, 99], Gen.Int[0, 99]).Select((quorum, majority) => new CountingRule(quorum, majority));

    private static readonly Gen<(int Member, BallotChoice Choice)[]> Ballots = Gen.Select(Gen.Int[0, 11], Gen.Int[0, 3]).Select((member, choice) => (member, (BallotChoice)choice)).Array[0, 40];

    [Fact]
    public void Every_member_counts_once_with_the_last_word_and_strangers_never() => Gen.Select(Gen.Int[0, 9], Ballots, SomeRule).Sample((size, ballots, rule) =>
    {
        Guid[] roll = [.. Enumerable.Range(0, size).Select(IdOf)];
        var result = VoteResult.Of(roll, ballots.Select(ballot => (IdOf(ballot.Member), ballot.Choice)), rule);
        foreach (var choice in Enum.GetValues<BallotChoice>())
        {
            var last = Enumerable.Range(0, size).Count(member => ballots.Any(ballot => ballot.Member == member) && ballots.Last(ballot => ballot.Member == member).Choice == choice);
            Assert.Equal(last, choice switch { BallotChoice.Yes => result.Yes, BallotChoice.No => result.No, BallotChoice.Abstained => result.Abstained, _ => result.Excluded });
        }

        Assert.Equal(size, result.Roll);
        Assert.InRange(result.Voted, 0, result.Entitled);
    });

    [Fact]
    public void Nothing_is_decided_without_a_quorum_and_a_yes_never_harms() => Gen.Select(Gen.Int[1, 9], Ballots, SomeRule).Sample((size, ballots, rule) =>
    {
        Guid[] roll = [.. Enumerable.Range(0, size).Select(IdOf)];
        var before = VoteResult.Of(roll, ballots.Select(ballot => (IdOf(ballot.Member), ballot.Choice)), rule);
        Assert.Equal(before.HasQuorum, before.Outcome is not ProposalState.Deferred);
        var after = VoteResult.Of(roll, ballots.Select(ballot => (IdOf(ballot.Member), ballot.Choice)).Append((roll[0], BallotChoice.Yes)), rule);
        if (before.Outcome is ProposalState.Recommended)
            Assert.Equal(ProposalState.Recommended, after.Outcome);
        Assert.Equal(before, VoteResult.Read(before.Write()));
    });

    [Theory]
    [InlineData(2, 1, 0, 0, nameof(ProposalState.Recommended))]
    [InlineData(1, 1, 1, 0, nameof(ProposalState.Rejected))]
    [InlineData(0, 0, 3, 0, nameof(ProposalState.Rejected))]
    [InlineData(1, 0, 0, 0, nameof(ProposalState.Deferred))]
    [InlineData(1, 0, 0, 1, nameof(ProposalState.Deferred))]
    [InlineData(1, 0, 0, 2, nameof(ProposalState.Recommended))]
    [InlineData(0, 0, 0, 3, nameof(ProposalState.Deferred))]
    [InlineData(1, 0, 1, 0, nameof(ProposalState.Recommended))]
    public void Three_members_decide_as_the_rule_says(int yes, int no, int abstained, int excluded, string outcome)
    {
        var choices = Enumerable.Repeat(BallotChoice.Yes, yes).Concat(Enumerable.Repeat(BallotChoice.No, no))
            .Concat(Enumerable.Repeat(BallotChoice.Abstained, abstained)).Concat(Enumerable.Repeat(BallotChoice.Excluded, excluded));
        Assert.Equal(outcome, VoteResult.Of([IdOf(0), IdOf(1), IdOf(2)], choices.Select((choice, member) => (IdOf(member), choice)), Half).Outcome.ToString());
    }

    [Fact]
    public void A_proposal_goes_only_the_ways_that_exist()
    {
        var ways = from state in Enum.GetValues<ProposalState>() from next in Enum.GetValues<ProposalState>() where ProposalRules.MayFollow(state, next) select (state, next);
        Assert.Equal(
            [
                (ProposalState.Draft, ProposalState.Draft), (ProposalState.Draft, ProposalState.Submitted),
                (ProposalState.Submitted, ProposalState.Recommended), (ProposalState.Submitted, ProposalState.Deferred), (ProposalState.Submitted, ProposalState.Rejected),
                (ProposalState.Recommended, ProposalState.Approved), (ProposalState.Recommended, ProposalState.Refused),
                (ProposalState.Deferred, ProposalState.Submitted), (ProposalState.Deferred, ProposalState.Deferred),
            ],
            ways);
    }

    private static Guid IdOf(int member) => new(member + 1, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);
}
