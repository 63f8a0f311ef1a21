using Modellstadt.Accounts;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;

namespace Modellstadt.Region.Board;

/// <summary>What those read who propose, vote and approve, and what the public reads of it.</summary>
internal abstract class BoardTexts : ITexts<BoardTexts>
{
    private static readonly BoardTexts German = new GermanBoardTexts();
    private static readonly BoardTexts English = new EnglishBoardTexts();

    public abstract RefusalText NoSuchMeeting { get; }
    public abstract RefusalText NoSuchProposal { get; }
    public abstract RefusalText MeetingIncomplete { get; }
    public abstract RefusalText ProposalIncomplete { get; }
    public abstract RefusalText ProposalSumsUnusable { get; }
    public abstract RefusalText ProposalAboveCosts { get; }
    public abstract RefusalText ProposalProjectUnknown { get; }
    public abstract RefusalText ProposalFormUsedBefore { get; }
    public abstract RefusalText ProposalChangedMeanwhile { get; }
    public abstract RefusalText ProposalNotOpen { get; }
    public abstract RefusalText AgendaClosed { get; }
    public abstract RefusalText NotOnAgenda { get; }
    public abstract RefusalText VoteNotOpen { get; }
    public abstract RefusalText VoteClosed { get; }
    public abstract RefusalText VoteStillOpen { get; }
    public abstract RefusalText NotOnRoll { get; }
    public abstract RefusalText BallotUnreadable { get; }
    public abstract RefusalText ProposalReasonMissing { get; }
    public abstract RefusalText ProposalNotRecommended { get; }
    public abstract RefusalText MinutesNotDrafted { get; }
    public abstract RefusalText MinutesUnusable { get; }
    public abstract RefusalText MinutesFixed { get; }

    public abstract string Title { get; }
    public abstract string Lead { get; }
    public abstract string ToBoard { get; }
    public abstract string ToMeeting { get; }
    public abstract string ToPublic { get; }
    public abstract string ToShowroom { get; }
    public abstract string ToProject { get; }
    public abstract string ToNotice { get; }
    public abstract string EnterNotice { get; }
    public abstract string Propose { get; }
    public abstract string ChangeProposal { get; }
    public abstract string Plan { get; }
    public abstract string PlanGo { get; }
    public abstract string Undecided { get; }
    public abstract string Meetings { get; }
    public abstract string Meeting { get; }
    public abstract string NoMeeting { get; }
    public abstract string NoMeetingHint { get; }
    public abstract string NoMeetingToChoose { get; }
    public abstract string HeldOn { get; }
    public abstract string Place { get; }
    public abstract string Kind { get; }
    public abstract string IsPublic { get; }
    public abstract string PublicMeeting { get; }
    public abstract string ClosedMeeting { get; }
    public abstract string VotesByName { get; }
    public abstract string OnlyNumbers { get; }
    public abstract string WithNames { get; }
    public abstract string Rule { get; }
    public abstract string Agenda { get; }
    public abstract string EmptyAgenda { get; }
    public abstract string Proposals { get; }
    public abstract string NoProposal { get; }
    public abstract string NoProposalHint { get; }
    public abstract string ProposalTitle { get; }
    public abstract string What { get; }
    public abstract string Topic { get; }
    public abstract string ProjectPlace { get; }
    public abstract string PlaceHint { get; }
    public abstract string GrantAsked { get; }
    public abstract string EurosHint { get; }
    public abstract string OwnHint { get; }
    public abstract string FromRegister { get; }
    public abstract string TakeOver { get; }
    public abstract string NotInRegister { get; }
    public abstract string SaveDraft { get; }
    public abstract string State { get; }
    public abstract string Since { get; }
    public abstract string ByRole { get; }
    public abstract string Number { get; }
    public abstract string Reason { get; }
    public abstract string History { get; }
    public abstract string Submit { get; }
    public abstract string SubmitGo { get; }
    public abstract string Decide { get; }
    public abstract string Approve { get; }
    public abstract string Refuse { get; }
    public abstract string Duplicates { get; }
    public abstract string NoDuplicate { get; }
    public abstract string DuplicateWarning { get; }
    public abstract string DuplicateWarningWords { get; }
    public abstract string OnlyOffered { get; }
    public abstract string VeryAlike { get; }
    public abstract string Budget { get; }
    public abstract string ProgrammeUnknown { get; }
    public abstract string ProgrammeSum { get; }
    public abstract string NotKnown { get; }
    public abstract string Granted { get; }
    public abstract string Asked { get; }
    public abstract string Left { get; }
    public abstract string Vote { get; }
    public abstract string NotOpened { get; }
    public abstract string OpenVote { get; }
    public abstract string CloseVote { get; }
    public abstract string YourVote { get; }
    public abstract string CastVote { get; }
    public abstract string ChangeVote { get; }
    public abstract string DidNotVote { get; }
    public abstract string DeferWhy { get; }
    public abstract string Defer { get; }
    public abstract string Minutes { get; }
    public abstract string NoMinutes { get; }
    public abstract string NoMinutesHint { get; }
    public abstract string DraftMinutes { get; }
    public abstract string MinutesText { get; }
    public abstract string MinutesPdf { get; }
    public abstract string CorrectMinutes { get; }
    public abstract string SaveCorrection { get; }
    public abstract string ApproveMinutes { get; }
    public abstract string ApproveMinutesHint { get; }
    public abstract string Unchanged { get; }
    public abstract string NotTheApprovedText { get; }
    public abstract string DemoMeeting { get; }
    public abstract string TheBoard { get; }
    public abstract string NobodyVoted { get; }
    public abstract string PublicTitle { get; }
    public abstract string PublicLead { get; }
    public abstract string NothingPublic { get; }
    public abstract string NothingPublicHint { get; }

    /// <summary>Says that minutes are in German; null for those who read German.</summary>
    public abstract string? OnlyGerman { get; }

    public static BoardTexts For(Language language) => language is Language.German ? German : English;

    public abstract string MeetingOn(string day);

    public abstract string ItemOf(int number);

    public abstract string KindOf(bool isPublic, bool byName);

    public abstract string LeftAtMost(string sum);

    public abstract string VotedOf(int voted, int members);

    public abstract string ResultOf(VoteResult result);

    public abstract string RuleOf(CountingRule rule, string source);

    public abstract string MinutesOf(string day, string place);

    public abstract string TookPart(string names);

    public abstract string AskedInMinutes(string recipient, string grant, string costs, string own);

    public abstract string WereExcluded(string names);

    public abstract string BecameIn(ProposalState state);

    public abstract string NameOf(ProposalState state);

    public abstract string NameOf(BallotChoice choice);

    public abstract string NameOf(MinutesKind kind);

    public abstract string NameOf(StaffRole role);
}
