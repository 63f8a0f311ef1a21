using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;
using Modellstadt.Parking.Permits;

namespace Modellstadt.Parking.Changes;

/// <summary>English.</summary>
internal sealed class EnglishHolderTexts : HolderTexts
{
    protected override ParkingTexts Words => ParkingTexts.For(Language.English);

    public override RefusalText SignInNotFound { get; } = new(
        "There is no such sign-in here",
        "A sign-in holds only in the browser in which it was started, and only for a short time.",
        "Start the sign-in once more on the page “My permit”.");

    public override string SignInTitle => "Show your citizen ID";
    public override string QrOfSignIn => "QR code: show your citizen ID and sign in to your permit";
    public override string ScanWords => "Scan the code with your wallet or type it in. It is valid for 2 minutes. This page goes on by itself.";
    public override string ToMine => "Back to “My permit”";

    public override string MineTitle => "My permit";
    public override string MineLead => "Show your citizen ID: then you see your resident parking permit here and can renew, change or return it.";
    public override string SignIn => "Sign in with the citizen ID";
    public override string SignOut => "Sign out";
    public override string LostPhone => "Lost your phone? Your permit stays valid: it belongs to the plate. Get the citizen ID onto the new phone and sign in here with it.";
    public override string GetCitizenId => "Get the citizen ID";
    public override string NoPermit => "There is no resident parking permit in your name yet.";
    public override string ToApply => "Apply for a resident parking permit";
    public override string State => "State";
    public override string OverWords => "Nobody may park with this permit any more. If you still need one, apply for a new one.";
    public override string Notices => "Fees";
    public override string Story => "What happened so far";
    public override string DueOn(DateOnly day) => $"to be paid by {Words.Date(day)}";

    public override string OccasionOf(ApplicationPurpose occasion) => occasion switch
    {
        ApplicationPurpose.FirstPermit => "first permit",
        ApplicationPurpose.Renewal => "renewal",
        ApplicationPurpose.PlateChange => "another plate",
        ApplicationPurpose.TemporaryPlate => "temporary plate",
        ApplicationPurpose.ZoneSwap => "another zone",
        _ => "return",
    };

    public override string? EventOf(string action) => action switch
    {
        "permit-granted" => "The permit was granted.",
        "permit-revoked" => "The town has revoked the permit.",
        _ => null,
    };

    public override string CardTitle => "The card in your wallet";
    public override string CardLead => "A new phone, or the card is missing? Get it once more. What another device holds is then no longer valid; your permit holds without interruption.";
    public override string CardWords => "Scan the code with your wallet to get the card. It is valid for 10 minutes, then there is a new one.";
    public override string QrOfCard => "QR code: accept the card of the resident parking permit";
    public override string ReceiveCard => "Get the card";
    public override string NoCard => "There is no card for you at the moment. Sign in and see whether your permit is still valid.";

    protected override string StateOf(PermitState state) => state switch
    {
        PermitState.Active => "valid",
        PermitState.Suspended => "suspended: nobody may park with it at the moment",
        PermitState.Revoked => "revoked by the town",
        PermitState.Returned => "returned",
        PermitState.Lapsed => "lapsed",
        _ => "expired",
    };
}
