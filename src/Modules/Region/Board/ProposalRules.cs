using Modellstadt.Kernel.Outcomes;
using Modellstadt.Region.Funding;

namespace Modellstadt.Region.Board;

/// <summary>Whether a proposal can be meant so, and what may become of it.</summary>
internal static class ProposalRules
{
    /// <summary>Longest title, topic, place or name, characters.</summary>
    public const int LongestName = 200;

    /// <summary>Longest description or reason, characters.</summary>
    public const int LongestText = 4000;

    /// <summary>Shortest reason, characters.</summary>
    public const int ShortestReason = 3;

    /// <summary>Why not; null when it says what, for whom and how it is paid for.</summary>
    public static Refusal? Check(ProposalContent content)
    {
        if (!new[] { content.Title, content.Topic, content.Recipient }.All(IsName) || content.Place is { Length: > LongestName } || content.Text is not { Length: > 0 and <= LongestText })
            return new ProposalIncomplete();
        if (content.CostCents is <= 0 or > GrantPlan.LargestCents || content.GrantCents is <= 0 or > GrantPlan.LargestCents || content.OwnShareCents is < 0 or > GrantPlan.LargestCents)
            return new ProposalSumsUnusable();
        return content.OthersCents < 0 ? new ProposalAboveCosts() : null;
    }

    /// <summary>True when a reason can stand.</summary>
    public static bool IsReason(string? reason) => reason is { Length: >= ShortestReason and <= LongestText };

    /// <summary>True when the project office may still write it.</summary>
    public static bool IsOpen(ProposalState state) => state is ProposalState.Draft or ProposalState.Deferred;

    /// <summary>True when one state may follow the other; every way that a proposal goes.</summary>
    public static bool MayFollow(ProposalState state, ProposalState next) => (state, next) switch
    {
        (ProposalState.Draft or ProposalState.Deferred, ProposalState.Submitted) => true,
        (ProposalState.Draft, ProposalState.Draft) or (ProposalState.Deferred, ProposalState.Deferred) => true,
        (ProposalState.Submitted, ProposalState.Recommended or ProposalState.Deferred or ProposalState.Rejected) => true,
        (ProposalState.Recommended, ProposalState.Approved or ProposalState.Refused) => true,
        _ => false,
    };

    private static bool IsName(string name) => name is { Length: > 0 and <= LongestName };
}

/// <summary>How far a proposal is.</summary>
internal enum ProposalState
{
    /// <summary>The project office writes it.</summary>
    Draft,

    /// <summary>It stands on the agenda of a meeting.</summary>
    Submitted,

    /// <summary>The board is for it.</summary>
    Recommended,

    /// <summary>The board has put it off; it may come again.</summary>
    Deferred,

    /// <summary>The board is against it.</summary>
    Rejected,

    /// <summary>The district government has approved it.</summary>
    Approved,

    /// <summary>The district government has refused it.</summary>
    Refused,
}
