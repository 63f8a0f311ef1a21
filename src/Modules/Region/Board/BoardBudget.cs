using Modellstadt.Region.Funding;

namespace Modellstadt.Region.Board;

/// <summary>The money of a programme, as far as it is known here. Euro cents.</summary>
/// <param name="Programme">The programme.</param>
/// <param name="GrantedCents">What the notices of the town's funding ledger grant of it.</param>
/// <param name="AskedCents">What proposals ask of it on which no notice has come yet: before the board, or recommended, or approved.</param>
internal sealed record BoardBudget(FundingProgramme Programme, long GrantedCents, long AskedCents)
{
    /// <summary>What is left at most: other towns' grants are in no ledger here; null when the programme's sum is not known.</summary>
    public long? LeftCents => Programme.Sum is { } sum ? sum.Cents - GrantedCents - AskedCents : null;

    /// <summary>Adds up.</summary>
    /// <param name="programme">The programme.</param>
    /// <param name="notices">All notices of the ledger.</param>
    /// <param name="proposals">All proposals.</param>
    /// <param name="day">The figures of the notices that count on this day.</param>
    public static BoardBudget Of(FundingProgramme programme, IEnumerable<NoticeStory> notices, IEnumerable<ProposalStory> proposals, DateOnly day) => new(
        programme,
        notices.Where(story => story.Notice.Programme == programme.Id).Sum(story => story.On(day).GrantCents),
        proposals.Where(proposal => proposal.Content.Programme == programme.Id && IsAsking(proposal)).Sum(proposal => proposal.Content.GrantCents));

    private static bool IsAsking(ProposalStory proposal) =>
        proposal is { NoticeId: null, Present.State: ProposalState.Submitted or ProposalState.Recommended or ProposalState.Approved };
}
