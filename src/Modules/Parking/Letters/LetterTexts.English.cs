using Modellstadt.Kernel.Outcomes;
using Modellstadt.Parking.Permits;

namespace Modellstadt.Parking.Letters;

/// <summary>English.</summary>
internal sealed class EnglishLetterTexts : LetterTexts
{
    public override string? TranslationNote => "This is a translation for your information. The German text is the binding one.";
    public override string Zone => "Zone";
    public override string Plates => "Number plate";
    public override string Validity => "Validity";
    public override string Fee => "Fee";
    public override string NoClaimToSpace => "The permit allows parking on the marked spaces of the zone. It promises no particular and no free space.";
    public override string GiroCode => "QR code for the transfer with the banking app";
    public override string GiroCodeDemo => "DEMO: QR code of a transfer, please do not pay";
    public override string Why => "Why";
    public override string FactsHeading => "What the decision rests on";
    public override string FactsLead => "These facts were known on the day of the decision:";
    public override string FactNoVehicle => "No vehicle is registered to you (vehicle register).";
    public override string FactNoOwnSpace => "You have stated that you have no space of your own.";
    public override string BasisHeading => "Legal basis";
    public override string Basis => "Resident parking: § 45 (1b) sentence 1 no. 2a of the Road Traffic Regulations (StVO) and the administrative rules on it.";
    public override string DeciderHeading => "Who decided";
    public override string ProcedureLawOfState => "law on administrative procedure of the state";
    public override string RemedyHeading => "If you do not agree (remedy)";
    public override string RemedyUnknownHeading => "If you do not agree";
    public override string PrintCopy => "For printing (PDF, without aids for reading aloud)";
    public override string ToApplication => "Back to the application";
    public override string ToDecision => "See the decision";
    public override RefusalText DecisionNotFound { get; } = new("No decision", "There is no decision on this application here.", "Open it in the browser in which you applied, or sign in with your citizen ID.");
    public override string GrantTitle(ApplicationPurpose purpose) => $"Decision about {About(purpose)}";
    public override string RefusalTitle(ApplicationPurpose purpose) => $"Refusal: {About(purpose)}";
    public override string Refused(ApplicationPurpose purpose) => $"We refuse your application. It was about {About(purpose)}.";
    public override string DecidedByOffice(ApplicationPurpose purpose, string number) => purpose switch
    {
        ApplicationPurpose.Return => $"You have returned your resident parking permit {number}. This is the decision about what comes back of the fee.",
        ApplicationPurpose.Suspension => $"Your resident parking permit {number} is suspended. Until it is taken up again you cannot park with it.",
        _ => $"Your resident parking permit {number} is no longer suspended: it counts again.",
    };

    public override string Refund => "Refund";
    public override string FactRefund(string fee) => $"The fee was {fee}. The town has published no rule for what comes back of it after a return.";
    public override string FactOffice(string reason) => $"The office's reason: {reason}";
    public override string FeeDue(string amount, string day, string reference) => $"{amount}, to be paid by {day}, quoting {reference}";
    public override string FromTo(string first, string last) => $"{first} to {last}";
    public override string PayTo(string payee, string iban) => $"Transfer to {payee}, IBAN {iban}.";
    public override string FactResidence(string address) => $"Your residence: {address} (resident register).";
    public override string FactVehicles(string plates) => $"Registered to you: {plates} (vehicle register).";
    public override string FactUnpaid(string reference, string day, string amount) => $"The fee {reference} was to be paid by {day}; on the day of the decision {amount} were open.";
    public override string SuspensionBasis(int days, string rule) => $"Suspension after more than {days} days without payment: {rule}.";
    public override string RuleVersion(string version) => $"Rules of the town, version {version}.";
    public override string FeeBasis(string source) => $"Fee: § 6a (5a) of the Road Traffic Act (StVG) and {source}.";
    public override string DecidedByProgram(string basis, string law) => $"A program has made this decision; no human took part (§ 35a {law}). What allows it: {basis}. The decision is valid without a signature (§ 37 (5) {law}).";
    public override string DecidedByClerk(string law) => $"A member of the town's staff has made this decision. A program has written it down; it is valid without a signature (§ 37 (5) {law}).";
    public override string Action(string court, string seat) => $"You can bring an action against this decision before the {court} in {seat} within one month after you were notified of it.";
    public override string Objection(string office) => $"You can object to this decision within one month after you were notified of it: {office}.";
    public override string RemedyUnknown(string office) => $"Which remedy applies here is not settled yet; so this decision names none. Ask: {office}. You have a year for it (§ 58 (2) of the Code of Administrative Court Procedure).";

    public override string Granted(ApplicationPurpose purpose, string number) => purpose switch
    {
        ApplicationPurpose.FirstPermit => $"You get the resident parking permit {number}.",
        ApplicationPurpose.Provisional => $"You get the provisional resident parking permit {number}.",
        ApplicationPurpose.Renewal => $"Your resident parking permit {number} is renewed.",
        ApplicationPurpose.PlateChange => $"Your resident parking permit {number} now shows another number plate.",
        ApplicationPurpose.TemporaryPlate => $"Your resident parking permit {number} counts for another number plate for some days.",
        ApplicationPurpose.ZoneSwap => $"Your resident parking permit {number} now counts in another zone.",
        ApplicationPurpose.Return => $"Your resident parking permit {number} ends, because you have returned it.",
        ApplicationPurpose.Suspension => $"Your resident parking permit {number} is suspended, because its fee is unpaid. Until it is paid you cannot park with it.",
        ApplicationPurpose.TakingUp => $"Your resident parking permit {number} counts again: the fee is settled.",
        ApplicationPurpose.Lapse => $"Your resident parking permit {number} ends, because by the town's registers its conditions are no longer met.",
        _ => throw new ArgumentOutOfRangeException(nameof(purpose), purpose, "An unknown purpose."),
    };

    protected override string About(ApplicationPurpose purpose) => purpose switch
    {
        ApplicationPurpose.FirstPermit => "your resident parking permit",
        ApplicationPurpose.Provisional => "a provisional resident parking permit",
        ApplicationPurpose.Renewal => "the renewal of your resident parking permit",
        ApplicationPurpose.PlateChange => "another number plate on your resident parking permit",
        ApplicationPurpose.TemporaryPlate => "a temporary number plate on your resident parking permit",
        ApplicationPurpose.ZoneSwap => "another zone on your resident parking permit",
        ApplicationPurpose.Return => "the return of your resident parking permit",
        ApplicationPurpose.Suspension => "the suspension of your resident parking permit",
        ApplicationPurpose.TakingUp => "the end of the suspension of your resident parking permit",
        ApplicationPurpose.Lapse => "the end of your resident parking permit",
        _ => throw new ArgumentOutOfRangeException(nameof(purpose), purpose, "An unknown purpose."),
    };
}
