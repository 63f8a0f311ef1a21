using Modellstadt.Kernel.Outcomes;
using Modellstadt.Parking.Permits;

namespace Modellstadt.Parking.Letters;

/// <summary>Deutsch.</summary>
internal sealed class GermanLetterTexts : LetterTexts
{
    public override string? TranslationNote => null;
    public override string Zone => "Zone";
    public override string Plates => "Kennzeichen";
    public override string Validity => "Gültigkeit";
    public override string Fee => "Gebühr";
    public override string NoClaimToSpace => "Der Ausweis berechtigt zum Parken auf den gekennzeichneten Stellplätzen der Zone. Einen bestimmten oder freien Stellplatz verspricht er nicht.";
    public override string GiroCode => "QR-Code für die Überweisung mit der Banking-App";
    public override string GiroCodeDemo => "DEMO: QR-Code für eine Überweisung, bitte nicht bezahlen";
    public override string Why => "Warum";
    public override string FactsHeading => "Worauf die Entscheidung beruht";
    public override string FactsLead => "Diese Angaben lagen am Tag der Entscheidung vor:";
    public override string FactNoVehicle => "Kein Fahrzeug ist auf Sie zugelassen (Fahrzeugregister).";
    public override string FactNoOwnSpace => "Sie haben erklärt, keinen eigenen Stellplatz zu haben.";
    public override string BasisHeading => "Rechtsgrundlagen";
    public override string Basis => "Bewohnerparken: § 45 Abs. 1b Satz 1 Nr. 2a Straßenverkehrs-Ordnung (StVO) und die Verwaltungsvorschrift dazu.";
    public override string DeciderHeading => "Wer entschieden hat";
    public override string ProcedureLawOfState => "Verwaltungsverfahrensgesetz des Landes";
    public override string RemedyHeading => "Rechtsbehelfsbelehrung";
    public override string RemedyUnknownHeading => "Wenn Sie nicht einverstanden sind";
    public override string PrintCopy => "Zum Ausdrucken (PDF, ohne Vorlesehilfen)";
    public override string ToApplication => "Zurück zum Antrag";
    public override string ToDecision => "Bescheid ansehen";
    public override RefusalText DecisionNotFound { get; } = new("Kein Bescheid", "Zu diesem Antrag gibt es hier keinen Bescheid.", "Öffnen Sie ihn in dem Browser, in dem Sie den Antrag gestellt haben, oder melden Sie sich mit der Bürger-ID an.");
    public override string GrantTitle(ApplicationPurpose purpose) => $"Bescheid über {About(purpose)}";
    public override string RefusalTitle(ApplicationPurpose purpose) => $"Ablehnung: {About(purpose)}";
    public override string Refused(ApplicationPurpose purpose) => $"Wir lehnen Ihren Antrag ab. Er betraf {About(purpose)}.";
    public override string DecidedByOffice(ApplicationPurpose purpose, string number) => purpose switch
    {
        ApplicationPurpose.Return => $"Sie haben Ihren Bewohnerparkausweis {number} zurückgegeben. Dies ist die Entscheidung darüber, was von der Gebühr zurückkommt.",
        ApplicationPurpose.Suspension => $"Ihr Bewohnerparkausweis {number} ruht. Bis er wieder aufgenommen wird, können Sie damit nicht parken.",
        _ => $"Ihr Bewohnerparkausweis {number} ruht nicht mehr: Er gilt wieder.",
    };

    public override string Refund => "Erstattung";
    public override string FactRefund(string fee) => $"Die Gebühr betrug {fee}. Die Stadt hat keine Regel veröffentlicht, was davon bei einer Rückgabe zurückkommt.";
    public override string FactOffice(string reason) => $"Begründung des Amtes: {reason}";
    public override string FeeDue(string amount, string day, string reference) => $"{amount}, zu zahlen bis {day} unter Angabe von {reference}";
    public override string FromTo(string first, string last) => $"{first} bis {last}";
    public override string PayTo(string payee, string iban) => $"Überweisen Sie an {payee}, IBAN {iban}.";
    public override string FactResidence(string address) => $"Ihre Wohnung: {address} (Melderegister).";
    public override string FactVehicles(string plates) => $"Auf Sie zugelassen: {plates} (Fahrzeugregister).";
    public override string FactUnpaid(string reference, string day, string amount) => $"Die Gebühr {reference} war bis {day} zu zahlen; am Tag der Entscheidung waren {amount} offen.";
    public override string SuspensionBasis(int days, string rule) => $"Ruhen nach mehr als {days} Tagen ohne Zahlung: {rule}.";
    public override string RuleVersion(string version) => $"Regeln der Stadt in der Fassung {version}.";
    public override string FeeBasis(string source) => $"Gebühr: § 6a Abs. 5a Straßenverkehrsgesetz (StVG) und {source}.";
    public override string DecidedByProgram(string basis, string law) => $"Diese Entscheidung hat ein Programm getroffen, ohne dass ein Mensch mitgewirkt hat (§ 35a {law}). Das ist zugelassen durch: {basis}. Der Bescheid gilt ohne Unterschrift (§ 37 Abs. 5 {law}).";
    public override string DecidedByClerk(string law) => $"Diese Entscheidung hat eine Mitarbeiterin oder ein Mitarbeiter der Stadt getroffen. Den Bescheid hat ein Programm geschrieben; er gilt ohne Unterschrift (§ 37 Abs. 5 {law}).";
    public override string Action(string court, string seat) => $"Gegen diesen Bescheid können Sie innerhalb eines Monats nach Bekanntgabe Klage beim {court} in {seat} erheben.";
    public override string Objection(string office) => $"Gegen diesen Bescheid können Sie innerhalb eines Monats nach Bekanntgabe Widerspruch erheben: {office}.";
    public override string RemedyUnknown(string office) => $"Welcher Rechtsbehelf hier gilt, ist noch nicht geklärt; deshalb nennt dieser Bescheid keinen. Fragen Sie: {office}. Sie haben dafür ein Jahr Zeit (§ 58 Abs. 2 Verwaltungsgerichtsordnung).";

    public override string Granted(ApplicationPurpose purpose, string number) => purpose switch
    {
        ApplicationPurpose.FirstPermit => $"Sie bekommen den Bewohnerparkausweis {number}.",
        ApplicationPurpose.Provisional => $"Sie bekommen den vorläufigen Bewohnerparkausweis {number}.",
        ApplicationPurpose.Renewal => $"Ihr Bewohnerparkausweis {number} wird verlängert.",
        ApplicationPurpose.PlateChange => $"Auf Ihrem Bewohnerparkausweis {number} steht jetzt ein anderes Kennzeichen.",
        ApplicationPurpose.TemporaryPlate => $"Ihr Bewohnerparkausweis {number} gilt vorübergehend für ein anderes Kennzeichen.",
        ApplicationPurpose.ZoneSwap => $"Ihr Bewohnerparkausweis {number} gilt jetzt in einer anderen Zone.",
        ApplicationPurpose.Return => $"Ihr Bewohnerparkausweis {number} endet, weil Sie ihn zurückgegeben haben.",
        ApplicationPurpose.Suspension => $"Ihr Bewohnerparkausweis {number} ruht, weil seine Gebühr nicht bezahlt ist. Bis sie bezahlt ist, können Sie damit nicht parken.",
        ApplicationPurpose.TakingUp => $"Ihr Bewohnerparkausweis {number} gilt wieder: Die Gebühr ist erledigt.",
        ApplicationPurpose.Lapse => $"Ihr Bewohnerparkausweis {number} endet, weil seine Voraussetzungen nach den Registern der Stadt nicht mehr vorliegen.",
        _ => throw new ArgumentOutOfRangeException(nameof(purpose), purpose, "An unknown purpose."),
    };

    protected override string About(ApplicationPurpose purpose) => purpose switch
    {
        ApplicationPurpose.FirstPermit => "Ihren Bewohnerparkausweis",
        ApplicationPurpose.Provisional => "einen vorläufigen Bewohnerparkausweis",
        ApplicationPurpose.Renewal => "die Verlängerung Ihres Bewohnerparkausweises",
        ApplicationPurpose.PlateChange => "ein anderes Kennzeichen auf Ihrem Bewohnerparkausweis",
        ApplicationPurpose.TemporaryPlate => "ein vorübergehendes Kennzeichen auf Ihrem Bewohnerparkausweis",
        ApplicationPurpose.ZoneSwap => "eine andere Zone auf Ihrem Bewohnerparkausweis",
        ApplicationPurpose.Return => "die Rückgabe Ihres Bewohnerparkausweises",
        ApplicationPurpose.Suspension => "das Ruhen Ihres Bewohnerparkausweises",
        ApplicationPurpose.TakingUp => "das Ende des Ruhens Ihres Bewohnerparkausweises",
        ApplicationPurpose.Lapse => "das Ende Ihres Bewohnerparkausweises",
        _ => throw new ArgumentOutOfRangeException(nameof(purpose), purpose, "An unknown purpose."),
    };
}
