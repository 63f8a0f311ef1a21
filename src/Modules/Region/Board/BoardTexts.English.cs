using Modellstadt.Accounts;
using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Region.Board;

/// <summary>English.</summary>
internal sealed class EnglishBoardTexts : BoardTexts
{
    public override RefusalText NoSuchMeeting => new("Meeting not found", "There is no such meeting here.", "Choose it in the list of meetings.");
    public override RefusalText NoSuchProposal => new("Proposal not found", "There is no such proposal here.", "Choose it in the list of proposals.");
    public override RefusalText MeetingIncomplete => new("Something is missing", "A meeting needs a day and a place of at most 200 characters.", "Add what is missing.");
    public override RefusalText ProposalIncomplete => new("Something is missing", "A proposal needs title, topic and recipient (200 characters at most each) and a description (4,000 characters at most).", "Go back and add what is missing.");
    public override RefusalText ProposalSumsUnusable => new("Sums not readable", "Costs and grant are between 0.01 and 999,999,999.99 euros, the own share may be 0.", "Write sums for example as 125000.00.");
    public override RefusalText ProposalAboveCosts => new("More than the costs", "Grant and own share together are more than the costs.", "Check the three sums.");
    public override RefusalText ProposalProjectUnknown => new("Project not in the register", "This project is not in the register, or was withdrawn.", "Choose a project of the list, or propose a draft.");
    public override RefusalText ProposalFormUsedBefore => new("Form used before", "This form has brought something else already.", "Open the page again and enter it there.");
    public override RefusalText ProposalChangedMeanwhile => new("Changed meanwhile", "Somebody has changed this since you opened the page. What you entered was not saved.", "Open the page again and look at the new state.");
    public override RefusalText ProposalNotOpen => new("The proposal has left your hands", "Only drafts and deferred proposals can be changed and submitted.", "See in the history whose turn it is.");
    public override RefusalText AgendaClosed => new("Agenda closed", "This meeting has dealt with the proposal, or its minutes have been begun.", "Choose a later meeting.");
    public override RefusalText NotOnAgenda => new("Not on the agenda", "The proposal is not up for decision in this meeting any more.", "Open the meeting again.");
    public override RefusalText VoteNotOpen => new("Vote not opened", "This proposal is not put to the vote yet.", "Wait until the chair opens the vote.");
    public override RefusalText VoteClosed => new("Vote closed", "The vote has been counted. Your vote was not changed any more.", "The result stands on the page of the meeting.");
    public override RefusalText VoteStillOpen => new("A vote is still open", "As long as a vote is open the meeting cannot go on here.", "Close the vote first.");
    public override RefusalText NotOnRoll => new("Not entitled to vote", "Your account was not on the roll when the vote was opened.", "Turn to the chair.");
    public override RefusalText BallotUnreadable => new("No vote chosen", "A vote is yes, no, an abstention or a conflict of interest.", "Choose one of them.");
    public override RefusalText ProposalReasonMissing => new("Reason missing", "Nothing is decided without a reason of 3 to 4,000 characters.", "Write why.");
    public override RefusalText ProposalNotRecommended => new("Nothing to decide", "The district government decides once, and only on what the board has recommended.", "See in the history how the proposal stands.");
    public override RefusalText MinutesNotDrafted => new("No minutes yet", "There are no minutes of this meeting yet.", "The chair drafts them on the page of the meeting.");
    public override RefusalText MinutesUnusable => new("Text missing", "Minutes have 1 to 60,000 characters.", "Enter the whole text.");
    public override RefusalText MinutesFixed => new("Minutes are fixed", "The minutes have been approved; their text is not changed any more.", "What is wrong is put right in the minutes of the next meeting.");

    public override string Title => "Board of the model region";
    public override string Lead => "Proposals of the project office, meetings with votes and minutes, decisions of the district government. Every state is kept.";
    public override string ToBoard => "To the board";
    public override string ToMeeting => "To the meeting";
    public override string ToPublic => "What public meetings have decided";
    public override string ToShowroom => "To the showroom";
    public override string ToProject => "The project in the showroom";
    public override string ToNotice => "To the notice of grant in the funding ledger";
    public override string EnterNotice => "Enter the notice of grant for it";
    public override string Propose => "New proposal";
    public override string ChangeProposal => "Change the proposal";
    public override string Plan => "New meeting";
    public override string PlanGo => "Plan the meeting";
    public override string Undecided => "The district government has still to decide";
    public override string Meetings => "Meetings";
    public override string Meeting => "Meeting";
    public override string NoMeeting => "No meeting yet";
    public override string NoMeetingHint => "The project office plans meetings.";
    public override string NoMeetingToChoose => "There is no meeting with an open agenda. Plan one first.";
    public override string HeldOn => "Day";
    public override string Place => "Place of the meeting";
    public override string Kind => "Kind of meeting";
    public override string IsPublic => "Public or not";
    public override string PublicMeeting => "public";
    public override string ClosedMeeting => "not public";
    public override string VotesByName => "Voting";
    public override string OnlyNumbers => "only the numbers are shown";
    public override string WithNames => "by name: everybody sees who votes how";
    public override string Rule => "How votes are counted";
    public override string Agenda => "Agenda";
    public override string EmptyAgenda => "Nothing stands on the agenda yet. The project office submits proposals.";
    public override string Proposals => "Proposals";
    public override string NoProposal => "No proposal yet";
    public override string NoProposalHint => "Applications run through the project office alone: it writes the proposals.";
    public override string ProposalTitle => "Title";
    public override string What => "What is to come of it?";
    public override string Topic => "Topic";
    public override string ProjectPlace => "Where";
    public override string PlaceHint => "A district or place; empty means: in the whole town.";
    public override string GrantAsked => "Grant asked for";
    public override string EurosHint => "Euros, for example 125000.00.";
    public override string OwnHint => "Euros; 0 when there is none. What is missing to the costs then is paid by others.";
    public override string FromRegister => "Take over from the register of projects";
    public override string TakeOver => "Put it into the form";
    public override string NotInRegister => "Draft, not in the register yet";
    public override string SaveDraft => "Save as a draft";
    public override string State => "State";
    public override string Since => "Since";
    public override string ByRole => "By";
    public override string Number => "No.";
    public override string Reason => "Reason";
    public override string History => "History";
    public override string Submit => "Put on an agenda";
    public override string SubmitGo => "Submit";
    public override string Decide => "Decision of the district government";
    public override string Approve => "Approve";
    public override string Refuse => "Refuse";
    public override string Duplicates => "Similar projects";
    public override string NoDuplicate => "There is no similar project of another town in the register.";
    public override string DuplicateWarning => "Perhaps this exists already";
    public override string DuplicateWarningWords => "At least one project in the register is very much like the proposal. Ask whether it can be taken over.";
    public override string OnlyOffered => "None is very much alike. The closest ones are:";
    public override string VeryAlike => "very much alike";
    public override string Budget => "Money of the programme";
    public override string ProgrammeUnknown => "The programme is no longer in the town's list.";
    public override string ProgrammeSum => "Sum of the programme";
    public override string NotKnown => "not known";
    public override string Granted => "Granted by our town's funding ledger";
    public override string Asked => "Asked for and without a notice yet";
    public override string Left => "Left";
    public override string Vote => "Vote";
    public override string NotOpened => "The vote has not been opened yet.";
    public override string OpenVote => "Open the vote";
    public override string CloseVote => "Close the vote and count";
    public override string YourVote => "Your vote";
    public override string CastVote => "Cast the vote";
    public override string ChangeVote => "Change the vote";
    public override string DidNotVote => "did not vote";
    public override string DeferWhy => "Why put it off?";
    public override string Defer => "Put off without a vote";
    public override string Minutes => "Minutes";
    public override string NoMinutes => "no minutes yet";
    public override string NoMinutesHint => "The chair has them drafted from what happened in the meeting. That closes the agenda: what was not dealt with is deferred.";
    public override string DraftMinutes => "Draft the minutes";
    public override string MinutesText => "Text";
    public override string MinutesPdf => "Minutes as PDF";
    public override string CorrectMinutes => "Correct the minutes";
    public override string SaveCorrection => "Save the correction";
    public override string ApproveMinutes => "Approve the minutes";
    public override string ApproveMinutesHint => "After that the text is fixed and cannot be changed any more.";
    public override string Unchanged => "The text is the approved one.";
    public override string NotTheApprovedText => "Caution: this is not the approved text.";
    public override string DemoMeeting => "The meeting, proposals and votes are made up.";
    public override string TheBoard => "To the members of the board of the model region";
    public override string NobodyVoted => "Nobody took part in a vote.";
    public override string PublicTitle => "Decisions of the board";
    public override string PublicLead => "What the board of the model region has recommended, deferred or rejected in public meetings, and what the district government decided on it.";
    public override string NothingPublic => "No decision yet";
    public override string NothingPublicHint => "As soon as a public meeting has decided something, it stands here.";
    public override string? OnlyGerman => "The minutes are in German, the official language of the board.";

    public override string MeetingOn(string day) => $"Meeting on {day}";

    public override string ItemOf(int number) => $"Item {number}";

    public override string KindOf(bool isPublic, bool byName) => $"{(isPublic ? "Public" : "Closed")} meeting, votes {(byName ? "by name" : "without names")}";

    public override string LeftAtMost(string sum) => $"at most {sum}; notices of other towns are not in our funding ledger";

    public override string VotedOf(int voted, int members) => $"The vote is open: {voted} of {members} members have answered.";

    public override string ResultOf(VoteResult result) =>
        $"Yes: {result.Yes}, no: {result.No}, abstained: {result.Abstained}, conflict of interest: {result.Excluded}; {result.Voted} of {result.Entitled} entitled to vote, {(result.HasQuorum ? "quorum reached" : "no quorum")}.";

    public override string RuleOf(CountingRule rule, string source) =>
        $"A quorum when more than {rule.QuorumAbovePercent} % of those entitled vote; recommended when more than {rule.MajorityAbovePercent} % of yes and no are yes. {(source.Length > 0 ? source : "A DEMO default, not decided by the board")}.";

    public override string MinutesOf(string day, string place) => $"Minutes of the meeting of the board of the model region on {day}, {place}";

    public override string TookPart(string names) => $"Took part in votes: {names}.";

    public override string AskedInMinutes(string recipient, string grant, string costs, string own) => $"{recipient} asks for {grant} of costs of {costs} with an own share of {own}.";

    public override string WereExcluded(string names) => $"Not taking part because of a conflict of interest: {names}.";

    public override string BecameIn(ProposalState state) => $"Result: {NameOf(state)}.";

    public override string NameOf(ProposalState state) => state switch
    {
        ProposalState.Draft => "draft",
        ProposalState.Submitted => "submitted",
        ProposalState.Recommended => "recommended",
        ProposalState.Deferred => "deferred",
        ProposalState.Rejected => "rejected by the board",
        ProposalState.Approved => "approved",
        ProposalState.Refused => "refused by the district government",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "An unknown one."),
    };

    public override string NameOf(BallotChoice choice) => choice switch
    {
        BallotChoice.Yes => "Yes",
        BallotChoice.No => "No",
        BallotChoice.Abstained => "Abstention",
        BallotChoice.Excluded => "Conflict of interest, taking no part",
        _ => throw new ArgumentOutOfRangeException(nameof(choice), choice, "An unknown one."),
    };

    public override string NameOf(MinutesKind kind) => kind switch
    {
        MinutesKind.Drafted => "Draft",
        MinutesKind.Corrected => "Corrected draft",
        MinutesKind.Approved => "Approved",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "An unknown one."),
    };

    public override string NameOf(StaffRole role) => role switch
    {
        StaffRole.ProjectOffice => "Project office",
        StaffRole.BoardMember => "Board member",
        StaffRole.BoardChair => "Chair of the board",
        StaffRole.DistrictGovernment => "District government",
        StaffRole.Clerk => "Clerk",
        StaffRole.Administrator => "Administrator",
        StaffRole.Warden => "Warden",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "An unknown one."),
    };
}
