using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Region.Feeds;

internal sealed class EnglishFeedTexts : FeedTexts
{
    public override RefusalText WithdrawalNeedsReason { get; } = new("The reason is missing", "Whoever withdraws a project says why, in 5 to 300 characters.", "Go back and add the reason. Everybody will be able to read it.");
    public override RefusalText WithdrawalOvertaken { get; } = new("Somebody was quicker", "The project was changed while you had it before you. Nothing was withdrawn.", "Look at it again and decide then.");
    public override RefusalText RepublicationNeedsReason { get; } = new("The reason is missing", "Whoever publishes a project again says why, in 5 to 300 characters.", "Go back and add the reason. Everybody will be able to read it.");
    public override RefusalText RepublicationOvertaken { get; } = new("Somebody was quicker", "The project was changed while you had it before you. Nothing was published.", "Look at it again and decide then.");
    public override string Title => "Exchange with other towns";
    public override string Lead => "Other towns fetch here what your town says about its projects. What they say stands in the register by itself, signed by them.";
    public override string OwnFeed => "What we tell the others";
    public override string OwnAddress => "Address";
    public override string OwnKey => "Our key";
    public override string OwnKeyHint => "Another town enters it on its side. Pass it on in a way that the town trusts: by letter or by telephone.";
    public override string OtherTowns => "What we read from others";
    public override string NoFeeds => "No town has been entered yet";
    public override string NoFeedsHint => "Whoever runs this software enters the address and key of a town in the configuration. Its projects then stand in this register.";
    public override string Town => "Town";
    public override string State => "State";
    public override string LastAnswer => "Last answer";
    public override string Never => "none yet";
    public override string TakenOver => "Read up to number";
    public override string Withdrawing => "Withdraw a project";
    public override string WithdrawingLead => "A withdrawn project disappears here and in all towns that read from us. Its name and the reason stay, so that old links still lead somewhere.";
    public override string NothingToWithdraw => "Your town leads no project in the register.";
    public override string Project => "Project";
    public override string ChooseProject => "Please choose";
    public override string Reason => "Reason";
    public override string ReasonHint => "Everybody can read it.";
    public override string Withdraw => "Withdraw";
    public override string Withdrawn => "The project is withdrawn. Other towns will read it within a few minutes.";
    public override string Republishing => "Publish a project again";
    public override string RepublishingLead => "It then stands as it did before it was withdrawn, also in the towns that read from us. Its history shows both, with the reasons.";
    public override string NothingToRepublish => "Your town has withdrawn no project.";
    public override string Republish => "Publish again";
    public override string Republished => "The project is published again. Other towns will read it within a few minutes.";
    public override string Clashes => "Same name, another town";
    public override string ClashesLead => "These projects bear a name under which a project of another town stands here already. They were not taken over; everything else of the town was. Ask the town to enter the project anew: new names begin with the key of the town.";

    public override string StateOf(FeedFailure? failure) => failure switch
    {
        null => "read",
        FeedFailure.Unreachable => "does not answer",
        FeedFailure.Unreadable => "answer cannot be read",
        FeedFailure.ForeignKey => "signs with another key than the one entered: ask the town",
        FeedFailure.RolledBack => "shows an old state again: ask the town",
        FeedFailure.EntryRefused => "stopped: an entry is not signed by the town, or cannot be read",
        FeedFailure.ForeignProject => "stopped: the town speaks about the project of another",
        _ => "stopped: a demonstration tells a real town nothing",
    };
}
