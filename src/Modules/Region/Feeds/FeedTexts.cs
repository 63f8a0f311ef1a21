using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;

namespace Modellstadt.Region.Feeds;

/// <summary>What is said about telling other towns, and hearing from them.</summary>
internal abstract class FeedTexts : ITexts<FeedTexts>
{
    private static readonly FeedTexts German = new GermanFeedTexts();
    private static readonly FeedTexts English = new EnglishFeedTexts();

    public abstract RefusalText WithdrawalNeedsReason { get; }
    public abstract RefusalText WithdrawalOvertaken { get; }
    public abstract RefusalText RepublicationNeedsReason { get; }
    public abstract RefusalText RepublicationOvertaken { get; }
    public abstract string Title { get; }
    public abstract string Lead { get; }
    public abstract string OwnFeed { get; }
    public abstract string OwnAddress { get; }
    public abstract string OwnKey { get; }
    public abstract string OwnKeyHint { get; }
    public abstract string OtherTowns { get; }
    public abstract string NoFeeds { get; }
    public abstract string NoFeedsHint { get; }
    public abstract string Town { get; }
    public abstract string State { get; }
    public abstract string LastAnswer { get; }
    public abstract string Never { get; }
    public abstract string TakenOver { get; }
    public abstract string Withdrawing { get; }
    public abstract string WithdrawingLead { get; }
    public abstract string NothingToWithdraw { get; }
    public abstract string Project { get; }
    public abstract string ChooseProject { get; }
    public abstract string Reason { get; }
    public abstract string ReasonHint { get; }
    public abstract string Withdraw { get; }
    public abstract string Withdrawn { get; }
    public abstract string Republishing { get; }
    public abstract string RepublishingLead { get; }
    public abstract string NothingToRepublish { get; }
    public abstract string Republish { get; }
    public abstract string Republished { get; }
    public abstract string Clashes { get; }
    public abstract string ClashesLead { get; }

    /// <summary>The texts in a language.</summary>
    public static FeedTexts For(Language language) => language is Language.English ? English : German;

    /// <summary>How far reading a feed came.</summary>
    /// <param name="failure">Why it stopped; null when it went through.</param>
    public abstract string StateOf(FeedFailure? failure);
}
