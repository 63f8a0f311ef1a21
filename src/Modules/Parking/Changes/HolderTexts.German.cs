using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;
using Modellstadt.Parking.Permits;

namespace Modellstadt.Parking.Changes;

/// <summary>Deutsch.</summary>
internal sealed class GermanHolderTexts : HolderTexts
{
    protected override ParkingTexts Words => ParkingTexts.For(Language.German);

    public override RefusalText SignInNotFound { get; } = new(
        "Diese Anmeldung gibt es hier nicht",
        "Eine Anmeldung gilt nur in dem Browser, in dem sie begonnen wurde, und nur kurze Zeit.",
        "Beginnen Sie die Anmeldung auf der Seite „Mein Ausweis“ noch einmal.");

    public override string SignInTitle => "Bürger-ID zeigen";
    public override string QrOfSignIn => "QR-Code: Bürger-ID zeigen und bei Ihrem Ausweis anmelden";
    public override string ScanWords => "Scannen Sie den Code mit Ihrer Wallet oder tippen Sie ihn ein. Er gilt 2 Minuten. Diese Seite geht von allein weiter.";
    public override string ToMine => "Zurück zu „Mein Ausweis“";

    public override string MineTitle => "Mein Ausweis";
    public override string MineLead => "Zeigen Sie Ihre Bürger-ID, dann sehen Sie hier Ihren Bewohnerparkausweis und können ihn verlängern, ändern oder zurückgeben.";
    public override string SignIn => "Mit der Bürger-ID anmelden";
    public override string SignOut => "Abmelden";
    public override string LostPhone => "Handy verloren? Ihr Ausweis gilt weiter: Er hängt am Kennzeichen. Holen Sie sich die Bürger-ID auf das neue Handy und melden Sie sich damit hier an.";
    public override string GetCitizenId => "Bürger-ID holen";
    public override string NoPermit => "Auf Ihren Namen gibt es noch keinen Bewohnerparkausweis.";
    public override string ToApply => "Bewohnerparkausweis beantragen";
    public override string State => "Stand";
    public override string OverWords => "Mit diesem Ausweis darf niemand mehr parken. Wenn Sie weiter einen brauchen, beantragen Sie einen neuen.";
    public override string Notices => "Gebühren";
    public override string Story => "Was bisher geschah";
    public override string DueOn(DateOnly day) => $"zu zahlen bis {Words.Date(day)}";

    public override string OccasionOf(ApplicationPurpose occasion) => occasion switch
    {
        ApplicationPurpose.FirstPermit => "erster Ausweis",
        ApplicationPurpose.Renewal => "Verlängerung",
        ApplicationPurpose.PlateChange => "anderes Kennzeichen",
        ApplicationPurpose.TemporaryPlate => "Kennzeichen auf Zeit",
        ApplicationPurpose.ZoneSwap => "andere Zone",
        _ => "Rückgabe",
    };

    public override string? EventOf(string action) => action switch
    {
        "permit-granted" => "Der Ausweis wurde bewilligt.",
        "permit-revoked" => "Die Stadt hat den Ausweis widerrufen.",
        _ => null,
    };

    public override string CardTitle => "Die Karte in Ihrer Wallet";
    public override string CardLead => "Neues Handy, oder die Karte fehlt? Holen Sie sie noch einmal. Was auf einem anderen Gerät liegt, wird dann ungültig; Ihr Ausweis gilt ohne Unterbrechung.";
    public override string CardWords => "Scannen Sie den Code mit Ihrer Wallet, um die Karte zu holen. Er gilt 10 Minuten, danach kommt ein neuer.";
    public override string QrOfCard => "QR-Code: Karte des Bewohnerparkausweises annehmen";
    public override string ReceiveCard => "Karte holen";
    public override string NoCard => "Zur Zeit gibt es für Sie keine Karte. Melden Sie sich an und sehen Sie nach, ob Ihr Ausweis noch gilt.";

    protected override string StateOf(PermitState state) => state switch
    {
        PermitState.Active => "gültig",
        PermitState.Suspended => "ausgesetzt: Damit darf zur Zeit niemand parken",
        PermitState.Revoked => "von der Stadt widerrufen",
        PermitState.Returned => "zurückgegeben",
        PermitState.Lapsed => "erloschen",
        _ => "abgelaufen",
    };
}
