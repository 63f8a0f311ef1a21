using System.Globalization;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;

namespace Modellstadt.Region.Funding;

/// <summary>The words in German.</summary>
internal sealed class GermanFundingTexts : FundingTexts
{
    public override RefusalText NoSuchNotice => new("Zuwendungsbescheid nicht gefunden", "Diesen Zuwendungsbescheid gibt es hier nicht.", "Wählen Sie ihn in der Liste der Förderungen.");
    public override RefusalText NoticeKnown => new("Bescheid schon erfasst", "Ein Bescheid dieser Behörde mit diesem Aktenzeichen ist schon erfasst.", "Erfassen Sie einen Änderungsbescheid beim vorhandenen.");
    public override RefusalText NoSuchProgramme => new("Programm unbekannt", "Dieses Förderprogramm steht nicht in der Liste der Stadt.", "Wählen Sie ein Programm aus der Liste, oder lassen Sie es dort ergänzen.");
    public override RefusalText ProjectNameUnreadable => new("Projekt nicht lesbar", "Der Name des Projekts besteht aus kleinen Buchstaben, Ziffern und Bindestrichen.", "Schreiben Sie ihn wie in der Adresse des Projekts, zum Beispiel open-innovation-lab-oil.");
    public override RefusalText NoticeProjectUnknown => new("Projekt nicht im Register", "Dieses Projekt steht nicht im Projektregister oder wurde zurückgezogen.", "Tragen Sie das Projekt zuerst im Register ein, oder prüfen Sie seinen Namen.");
    public override RefusalText ProposalNotGranted => new("Keine bewilligte Vorlage", "Zu dieser Vorlage gibt es schon einen Bescheid, oder sie ist nicht bewilligt.", "Öffnen Sie die Vorlage und sehen Sie nach, wie sie steht.");
    public override RefusalText PeriodBackwards => new("Zeitraum verkehrt", "Der Bewilligungszeitraum endet, bevor er beginnt.", "Prüfen Sie beide Tage.");
    public override RefusalText EligibleAboveSum => new("Zuwendungsfähig ist zu hoch", "Der zuwendungsfähige Teil ist größer als der ganze Betrag.", "Tragen Sie höchstens den ganzen Betrag ein.");
    public override RefusalText PartnersAboveCosts => new("Partner über den Kosten", "Die Partner sollen zusammen mehr ausgeben, als das Projekt kostet.", "Prüfen Sie die Beträge der Partner.");
    public override RefusalText NoticeChangedMeanwhile => new("Inzwischen geändert", "Jemand anders hat diesen Bescheid geändert, seit Sie das Formular geöffnet haben.", "Öffnen Sie das Formular neu, und tragen Sie Ihre Änderung dort ein.");
    public override RefusalText ChangeNeedsReason => new("Grund fehlt", "Ohne einen Grund von 3 bis 200 Zeichen wird nichts geändert.", "Nennen Sie den Grund, bei einem Änderungsbescheid mit Aktenzeichen.");
    public override RefusalText FormUsedBefore => new("Formular schon benutzt", "Dieses Formular hat schon eine andere Buchung gebracht.", "Öffnen Sie die Seite neu, und tragen Sie die Buchung dort ein.");
    public override RefusalText AmountOutOfRange => new("Betrag nicht möglich", "Ein Betrag liegt zwischen 0,01 und 999.999.999,99 Euro, und eine Rechnung ist nicht kleiner als ihr Teil.", "Schreiben Sie den Betrag zum Beispiel als 1.234,50.");
    public override RefusalText DayInFuture => new("Tag liegt in der Zukunft", "Gebucht wird, was schon geschehen ist.", "Tragen Sie heute oder einen früheren Tag ein.");
    public override RefusalText NoSuchMilestone => new("Meilenstein unbekannt", "Der Bescheid hat an diesem Tag keinen solchen Meilenstein.", "Wählen Sie einen Meilenstein des Bescheids.");
    public override RefusalText NoSuchPartner => new("Partner unbekannt", "Der Bescheid hat an diesem Tag keinen solchen Partner.", "Wählen Sie einen Partner des Bescheids.");
    public override RefusalText PaymentIncomplete => new("Angaben fehlen", "Zu einer Zahlung gehören Art, Tag, Kostenart und Meilenstein, bei Eingängen auch die Herkunft, und bei Dritten deren Name.", "Ergänzen Sie, was fehlt.");
    public override RefusalText InvoiceMissing => new("Rechnung fehlt", "Eine Ausgabe wird mit dem Namen der Empfängerin und der Nummer des Belegs gebucht.", "Tragen Sie beides ein.");
    public override RefusalText NoSuchEntry => new("Buchung nicht gefunden", "Diese Buchung gibt es bei diesem Bescheid nicht.", "Wählen Sie sie in der Liste der Buchungen.");
    public override RefusalText EntryStays => new("Diese Buchung bleibt", "Ein Bescheid und eine Storno-Buchung werden nicht storniert.", "Erfassen Sie einen Änderungsbescheid oder eine neue Buchung.");
    public override RefusalText ProposalOfAnotherProject(string project) => new("Anderes Projekt", $"Die Vorlage ist für das Projekt {project} bewilligt.", "Tragen Sie den Bescheid für dieses Projekt ein.");
    public override RefusalText PlanUnreadable(string line) => new(
        "Angaben nicht lesbar", line.Length > 0 ? $"„{line}“ konnte nicht gelesen werden." : "Eine Angabe fehlt, ist zu lang oder steht doppelt da.", "Prüfen Sie Tage (2026-12-31), Beträge (1.234,50) und Listen (eine Zeile je Eintrag, Teile mit Semikolon).");
    public override RefusalText PlanDoesNotAddUp(long costCents, long paidCents) => new(
        "Der Plan geht nicht auf", $"Die Kosten betragen {Money(costCents)}, Zuwendung, Eigenanteil und Dritte zusammen {Money(paidCents)}.", "Gleichen Sie beide Summen auf den Cent an.");
    public override RefusalText GrantAboveRate(long mostCents) => new(
        "Zuwendung über dem Fördersatz", $"Der Fördersatz erlaubt für diese zuwendungsfähigen Kosten höchstens {Money(mostCents)}.", "Prüfen Sie Fördersatz, Kosten und Zuwendung.");
    public override RefusalText ChangeBeforeLast(DateOnly last) => new(
        "Tag vor der letzten Änderung", $"Die jetzigen Zahlen gelten seit dem {Date(last)}; eine Änderung gilt frühestens ab diesem Tag.", "Tragen Sie einen späteren Tag ein.");
    public override RefusalText BeyondGrant(long leftCents) => new(
        "Mehr als bewilligt", $"Von der Zuwendung sind noch {Money(leftCents)} übrig.", "Prüfen Sie den Betrag, oder erfassen Sie zuerst den Änderungsbescheid.");
    public override RefusalText InvoiceFundedTwice(int bookings) => new(
        "Rechnung schon gefördert", $"Diese Rechnung ist schon gebucht ({bookings} Mal), und zusammen wäre es mehr als ihr ganzer Betrag.", "Sehen Sie unter „Doppelförderung“ nach, wo sie steht; bei einer geteilten Rechnung tragen Sie ihren ganzen Betrag ein.");

    public override string Title => "Förderung";
    public override string Lead => "Zuwendungsbescheide mit Plan und Ist, Fristen und Verwendungsnachweis. Jede Buchung bleibt stehen; ein Fehler wird durch eine Gegenbuchung berichtigt.";
    public override string ToFunding => "Zur Förderung";
    public override string FromProposal => "Vorlage des Gremiums";
    public override string FromProposalHint(string title) => $"Vorausgefüllt aus der bewilligten Vorlage „{title}“. Prüfen Sie alles am Bescheid.";
    public override string InterimProofs => "Zwischennachweise fällig am";
    public override string InterimProofsHint => "Ein Tag je Zeile, wie es im Bescheid steht. Leer heißt: keine.";
    public override string InterimProofDue(string day) => $"fällig am {day}";
    public override string InterimProofSubmitted(string day) => $"vorgelegt am {day}";
    public override string InterimProofPdf => "Zwischennachweis als PDF";
    public override string InterimProofOver => "Zwischennachweis überfällig";
    public override string ToNotice => "Zum Bescheid";
    public override string NoNotice => "Kein Bescheid";
    public override string NoNoticeHint => "Es ist noch kein Zuwendungsbescheid erfasst.";
    public override string EnterNotice => "Bescheid erfassen";
    public override string EnterGo => "Bescheid erfassen";
    public override string Demo => "DEMO";
    public override string DemoWords => "Dieser Bescheid und seine Zahlen sind erfunden.";
    public override string Project => "Projekt";
    public override string ProjectHint => "Der Name in der Adresse des Projekts, zum Beispiel open-innovation-lab-oil.";
    public override string Programme => "Förderprogramm";
    public override string Authority => "Bewilligungsbehörde";
    public override string Reference => "Aktenzeichen";
    public override string Recipient => "Zuwendungsempfängerin";
    public override string KindOfRecipient => "Art der Empfängerin";
    public override string GrantedOn => "Tag des Bescheids";
    public override string Period => "Bewilligungszeitraum";
    public override string PeriodFrom => "Bewilligungszeitraum von";
    public override string PeriodUntil => "Bewilligungszeitraum bis";
    public override string Rate => "Fördersatz";
    public override string RateHint => "In Prozent der zuwendungsfähigen Kosten, zum Beispiel 80.";
    public override string Financing => "Finanzierung";
    public override string Grant => "Zuwendung";
    public override string OwnShare => "Eigenanteil";
    public override string ThirdParties => "Leistungen Dritter";
    public override string NameAndSumHint => "Eine Zeile je Name: Name; Betrag.";
    public override string Partners => "Partner";
    public override string Milestones => "Meilensteine";
    public override string MilestonesHint => "Eine Zeile je Meilenstein: Kürzel; Tag; Name.";
    public override string Conditions => "Nebenbestimmungen";
    public override string ConditionsHint => "Eine Zeile je Nebenbestimmung.";
    public override string Costs => "Kosten";
    public override string Eligible => "davon zuwendungsfähig";
    public override string EligibleHint => "Leer heißt: alles.";
    public override string ProofTerms => "Frist des Verwendungsnachweises";
    public override string MonthsAfterPurpose => "Monate nach Erfüllung des Zuwendungszwecks";
    public override string MonthsAfterPeriod => "Spätestens Monate nach dem Bewilligungszeitraum";
    public override string Source => "Fundstelle";
    public override string ChangeNotice => "Änderung erfassen";
    public override string ChangeLead => "Die neuen Zahlen gelten ab dem genannten Tag. Die bisherigen bleiben stehen.";
    public override string EffectiveOn => "Gilt ab";
    public override string Reason => "Grund";
    public override string ChangeGo => "Änderung erfassen";
    public override string Planned => "Laut Bescheid";
    public override string Called => "Abgerufen";
    public override string Received => "Eingegangen";
    public override string Spent => "Ausgegeben";
    public override string Left => "Übrig";
    public override string Settled => "Laut Abrechnung";
    public override string Sum => "Insgesamt";
    public override string Balance => "Einnahmen weniger Ausgaben";
    public override string Repay => "Zurückzuzahlen";
    public override string Outstanding => "Noch zu erhalten";
    public override string Callable => "Noch abrufbar";
    public override string PlanAndActual => "Plan und Ist";
    public override string Category => "Kostenart";
    public override string Milestone => "Meilenstein";
    public override string Partner => "Von welchem Partner";
    public override string DueOn => "Geplant bis";
    public override string ReachedOn => "Erreicht am";
    public override string Deadline => "Verwendungsnachweis fällig am";
    public override string DeadlineOver => "Der Verwendungsnachweis ist überfällig";
    public override string DeadlineMet => "Vorgelegt am";
    public override string History => "Fassungen";
    public override string Entries => "Buchungen";
    public override string Number => "Nummer";
    public override string Day => "Tag";
    public override string Entry => "Buchung";
    public override string Amount => "Betrag in Euro";
    public override string Party => "Von wem oder an wen";
    public override string Document => "Beleg";
    public override string Reverse => "Stornieren";
    public override string Reversed => "storniert";
    public override string BookPayment => "Zahlung erfassen";
    public override string BookPaymentLead => "Abruf, Eingang oder Ausgabe. Noch einmal abgeschickt bucht dasselbe Formular nichts.";
    public override string BookDay => "Tag erfassen";
    public override string Kind => "Was";
    public override string From => "Herkunft (nur bei Eingang)";
    public override string WholeInvoice => "Ganzer Rechnungsbetrag in Euro";
    public override string WholeInvoiceHint => "Nur wenn ein Teil der Rechnung anderswo gebucht ist.";
    public override string Words => "Wofür";
    public override string Book => "Buchen";
    public override string None => "keine Angabe";
    public override string Proof => "Verwendungsnachweis";
    public override string ProofXlsx => "Verwendungsnachweis als Tabelle (XLSX)";
    public override string ProofPdf => "Verwendungsnachweis zum Drucken (PDF)";
    public override string DoubleFunding => "Doppelförderung";
    public override string DoubleFundingLead => "Über alle Bescheide: dieselbe Rechnung mehrfach gebucht, oder ein Projekt in mehreren Programmen mit zusammen mehr als 100 Prozent.";
    public override string NothingDouble => "Nichts gefunden";
    public override string NothingDoubleHint => "Keine Rechnung und kein Projekt ist doppelt gefördert.";
    public override string RateAboveUsual => "Fördersatz über dem üblichen";
    public override string RateAboveUsualWords(string source) => $"Das Programm nennt für diese Empfängerin einen niedrigeren Höchstsatz. Fundstelle: {source}";
    public override string ProjectFundedTwice(string project, string grants, string costs) => $"Das Projekt {project} erhält aus mehreren Programmen zusammen {grants}, die höchsten genannten Kosten sind {costs}.";
    public override string InvoiceFoundTwice(string document, string charged, string whole) => $"Von der Rechnung {document} sind {charged} gebucht, sie beträgt aber nur {whole}.";
    public override string InvoiceShared(string document, string charged, string whole) => $"Die Rechnung {document} ist geteilt: gebucht sind {charged} von {whole}.";
    public override string Version(int version) => version == 1 ? "Bescheid" : $"Änderung {version - 1}";

    public override string NameOf(FundingEntryKind kind) => kind switch
    {
        FundingEntryKind.Granted => "Bescheid",
        FundingEntryKind.Changed => "Änderungsbescheid",
        FundingEntryKind.Called => "Mittelabruf",
        FundingEntryKind.Received => "Eingang",
        FundingEntryKind.Spent => "Ausgabe",
        FundingEntryKind.MilestoneReached => "Meilenstein erreicht",
        FundingEntryKind.PurposeFulfilled => "Zuwendungszweck erfüllt",
        FundingEntryKind.InterimProofSubmitted => "Zwischennachweis",
        _ => "Verwendungsnachweis vorgelegt",
    };

    public override string NameOf(FundingSource source) => source switch
    {
        FundingSource.Grant => "Zuwendung",
        FundingSource.OwnShare => "Eigenanteil",
        _ => "Leistungen Dritter",
    };

    public override string NameOf(CostCategory category) => category switch
    {
        CostCategory.Personnel => "Personal",
        CostCategory.Material => "Sachausgaben",
        CostCategory.Investment => "Investitionen",
        CostCategory.Contract => "Aufträge an Dritte",
        CostCategory.Travel => "Reisen",
        _ => "Sonstiges",
    };

    public override string NameOf(RecipientKind kind) => kind switch
    {
        RecipientKind.Municipality => "Kommune oder gemeinnütziger Verein",
        RecipientKind.Research => "Forschungseinrichtung",
        _ => "Andere, zum Beispiel Unternehmen",
    };

    public override string NameOf(FundingLevel level) => level switch
    {
        FundingLevel.State => "Land",
        FundingLevel.Federal => "Bund",
        _ => "Europäische Union",
    };

    protected override CultureInfo Culture => Language.German.Culture();
}
