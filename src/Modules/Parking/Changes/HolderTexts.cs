using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;
using Modellstadt.Parking.Permits;

namespace Modellstadt.Parking.Changes;

/// <summary>What the holder of a permit reads.</summary>
internal abstract class HolderTexts : ITexts<HolderTexts>
{
    private static readonly HolderTexts German = new GermanHolderTexts();
    private static readonly HolderTexts English = new EnglishHolderTexts();

    public static HolderTexts For(Language language) => language is Language.German ? German : English;

    /// <summary>Why the wallet is asked at the sign-in.</summary>
    public static LocalizedText SignInPurpose { get; } = new(
        "Anmelden bei Ihrem Bewohnerparkausweis: Wer das bestätigt hat, kann den Ausweis in dem Browser, der gefragt hat, sehen, ändern und zurückgeben.",
        "Sign in to your resident parking permit: after that the permit can be seen, changed and returned in the browser that asked.");

    /// <summary>What other texts of the module share: days and money.</summary>
    protected abstract ParkingTexts Words { get; }

    // Refusals
    public abstract RefusalText PermitIsSuspended { get; }
    public abstract RefusalText PermitHasEnded(DateOnly until);
    public abstract RefusalText RenewalTooEarly(DateOnly from, DateOnly until);
    public abstract RefusalText OtherZoneNow(string oldZone, string newZone);
    public abstract RefusalText SameZone(string zone);
    public abstract RefusalText PlateGone(string plate);
    public abstract RefusalText SamePlates { get; }
    public abstract RefusalText NoTemporaryPlates { get; }
    public abstract RefusalText TemporaryPlateUnreadable { get; }
    public abstract RefusalText TemporaryDaysUnfit(DateOnly first, DateOnly last);
    public abstract RefusalText TemporaryPlateTaken { get; }
    public abstract RefusalText TooManyTemporaryDays(int year, int left);
    public abstract RefusalText ChangeIsAnother { get; }
    public abstract RefusalText RefundAccountUnreadable { get; }
    public abstract RefusalText ChangeNotFound { get; }
    public abstract RefusalText RenewalLinkUnknown { get; }
    public abstract RefusalText RenewalLinkOver(DateOnly until);

    // The page /permit/mine
    public abstract string ToMine { get; }
    public abstract string ToRefund { get; }
    public abstract string MineTitle { get; }
    public abstract string MineLead { get; }
    public abstract string SignOut { get; }
    public abstract string MyAccount { get; }
    public abstract string LostPhone { get; }
    public abstract string GetCitizenId { get; }
    public abstract string NoPermit { get; }
    public abstract string ToApply { get; }
    public abstract string State { get; }
    public abstract string OverWords { get; }
    public abstract string Notices { get; }
    public abstract string Story { get; }
    public abstract string DueOn(DateOnly day);
    public abstract string DecisionOf(string reference);
    public abstract string RestDecision { get; }
    public abstract string RefundDecision { get; }
    public abstract string OccasionOf(ApplicationPurpose occasion);

    /// <summary>What happened, in words; null for what is of no use to the holder.</summary>
    public abstract string? EventOf(string action);

    // Changes
    public abstract string ChangeTitle { get; }
    public abstract string ChangeWaits { get; }
    public abstract string ChangeWaitsWords { get; }
    public abstract string ToChange { get; }
    public abstract string RenewTitle { get; }
    public abstract string RenewLead(PermitProposal proposal, IReadOnlyList<string> plates);
    public abstract string RenewNoOwnSpace { get; }
    public abstract string Renew(DateOnly until, decimal euros);
    public abstract string RenewFrom(DateOnly day);
    public abstract string RenewalLinkTitle { get; }
    public abstract string RenewalLinkLead(string plates, DateOnly until);
    public abstract string CardBySignIn { get; }
    // The clerk's page of renewals
    public abstract string RunsTitle { get; }
    public abstract string ToOffice { get; }
    public abstract string Due(int count);
    public abstract string RunsLead { get; }
    public abstract string StartRun { get; }
    public abstract string LastRuns { get; }
    public abstract string RunState(int renewed, int leftOver, bool finished);

    // Other changes
    public abstract string ZoneTitle { get; }
    public abstract string ZoneLead(PermitProposal proposal);
    public abstract string SwapZone(string zone, decimal euros);
    public abstract string PlatesTitle { get; }
    public abstract string ChooseVehicle(int most);
    public abstract string ChangePlate(decimal euros);
    public abstract string TemporaryPlate { get; }
    public abstract string TemporaryTitle { get; }
    public abstract string TemporaryLead(int? daysLeft);
    public abstract string PlateHint { get; }
    public abstract string FirstDay { get; }
    public abstract string LastDay { get; }
    public abstract string FromUntil(DateOnly from, DateOnly until);
    public abstract string AddTemporary(decimal euros);
    public abstract string DoneTitle(ApplicationPurpose purpose);
    public abstract string DoneWords(ApplicationPurpose purpose);
    public abstract string NewCard { get; }
    public abstract string ReturnTitle { get; }
    public abstract string ReturnLead(long? cents);
    public abstract string RefundIban { get; }
    public abstract string RefundIbanHint { get; }
    public abstract string Return { get; }
    public abstract string Withdraw { get; }
    public abstract string WithdrawnTitle { get; }
    public abstract string Withdrawn { get; }

    /// <summary>A price behind the words of a button.</summary>
    protected string Price(decimal euros) => euros == 0 ? Free : Words.Money(euros);

    protected abstract string Free { get; }

    // The card
    public abstract string CardTitle { get; }
    public abstract string CardLead { get; }
    public abstract string CardWords { get; }
    public abstract string QrOfCard { get; }
    public abstract string ReceiveCard { get; }
    public abstract string NoCard { get; }

    /// <summary>Whether one may park with it, in words.</summary>
    public string StateOf(MyPermit mine) => StateOf(mine.Permit.State is PermitState.Active && mine.IsOver ? PermitState.Expired : mine.Permit.State);

    protected abstract string StateOf(PermitState state);
}
