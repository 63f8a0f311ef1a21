using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;
using Modellstadt.Parking.Permits;

namespace Modellstadt.Parking.Office;

/// <summary>What clerks read.</summary>
internal abstract class OfficeTexts : ITexts<OfficeTexts>
{
    private static readonly OfficeTexts German = new GermanOfficeTexts();
    private static readonly OfficeTexts English = new EnglishOfficeTexts();

    public static OfficeTexts For(Language language) => language is Language.German ? German : English;

    public abstract string Title { get; }
    public abstract string Search { get; }
    public abstract string SearchGo { get; }
    public abstract string Empty { get; }
    public abstract string EmptyHint { get; }
    public abstract string Number { get; }
    public abstract string Plate { get; }
    public abstract string Zone { get; }
    public abstract string Until { get; }
    public abstract string Validity { get; }
    public abstract string State { get; }
    public abstract string Reason { get; }
    public abstract string Story { get; }
    public abstract string ToPermits { get; }
    public abstract string ToApplications { get; }
    public abstract string Applications { get; }
    public abstract string ApplicationsLead { get; }
    public abstract string Application { get; }
    public abstract string NoApplication { get; }
    public abstract string NoApplicationHint { get; }
    public abstract string Started { get; }
    public abstract string Why { get; }
    public abstract string Told { get; }
    public abstract string RegisterKey { get; }
    public abstract string Permit { get; }
    public abstract string ToPermit { get; }
    public abstract string ByYou { get; }
    public abstract string Pages { get; }
    public abstract string Previous { get; }
    public abstract string Next { get; }
    public abstract string RevokeTitle { get; }
    public abstract string RevokeExplain { get; }
    public abstract string RevokeReason { get; }
    public abstract string RevokeReasonHint { get; }
    public abstract string RevokeConfirm { get; }
    public abstract RefusalText RevocationNeedsReason { get; }
    public abstract string ProposeExplain { get; }
    public abstract string ProposeRevocation { get; }
    public abstract string ProposedTitle { get; }
    public abstract string ProposedBy(string name, string time);
    public abstract string WithdrawProposal { get; }
    public abstract string SuspendTitle { get; }
    public abstract string SuspendExplain { get; }
    public abstract string Suspend { get; }
    public abstract string TakeUpTitle { get; }
    public abstract string TakeUpExplain { get; }
    public abstract string TakeUp { get; }
    public abstract string SuspensionReason { get; }
    public abstract RefusalText RevocationNeedsSecondPerson { get; }
    public abstract RefusalText RevocationProposalOver { get; }
    public abstract RefusalText PermitChangedMeanwhile { get; }
    public abstract RefusalText PermitNotFound { get; }
    public abstract RefusalText NoSuchApplication { get; }
    public abstract string Count(int count);
    public abstract string CountApplications(int count);
    public abstract string ApplicationOf(string time);
    public abstract string PageOf(int page, int pages);
    public abstract string StateOf(PermitState state);
    public abstract string StateOf(ApplicationState state);

    /// <summary>An action of the audit trail in words; the action's own name when there are none.</summary>
    public abstract string EventOf(string action);

    /// <summary>Who did it: the citizen, the program, or the office with the beginning of the account's key.</summary>
    public abstract string ActorOf(string actor);

    /// <summary>The beginning of an account's key: enough to tell colleagues apart.</summary>
    protected static string Account(string actor) => Actors.AccountOf(actor) is { Length: > 8 } account ? account[..8] : actor;
}
