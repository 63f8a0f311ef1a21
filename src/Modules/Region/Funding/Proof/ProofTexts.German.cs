namespace Modellstadt.Region.Funding.Proof;

/// <summary>The words in German.</summary>
internal sealed class GermanProofTexts : ProofTexts
{
    public override string Title => "Verwendungsnachweis";
    public override string InterimTitle => "Zwischennachweis";
    public override string DemoWords => "DEMO: erfundene Zahlen";
    public override string ForWhat => "Zuwendungszweck";
    public override string Recipient => "Zuwendungsempfängerin";
    public override string Authority => "Bewilligungsbehörde";
    public override string Reference => "Aktenzeichen";
    public override string GrantedInSum => "Insgesamt bewilligt";
    public override string PaidOut => "Insgesamt ausgezahlt";
    public override string Due => "Vorzulegen bis";
    public override string Report => "I. Sachbericht";
    public override string ReportHint => "Was das Förderbuch weiß, steht schon da. Den Rest ergänzt die Zuwendungsempfängerin.";
    public override string Duration => "Bewilligungszeitraum";
    public override string Fulfilled => "Zuwendungszweck erfüllt am";
    public override string NotStated => "noch nicht angegeben";
    public override string MilestonesHead => "Meilenstein";
    public override string DueOn => "Geplant bis";
    public override string ReachedOn => "Erreicht am";
    public override string Deviations => "Abweichungen vom Finanzierungsplan";
    public override string NoDeviation => "Keine Kostenart weicht vom Finanzierungsplan ab.";
    public override string Partners => "Ausgaben der Partner";
    public override string ToFillIn => "Zu ergänzen";
    public override string Figures => "II. Zahlenmäßiger Nachweis";
    public override string Receipts => "1. Einnahmen";
    public override string Expenditure => "2. Ausgaben";
    public override string Kind => "Art";
    public override string Planned => "Lt. Bescheid EUR";
    public override string Share => "v. H.";
    public override string Settled => "Lt. Abrechnung EUR";
    public override string Breakdown => "Ausgabengliederung";
    public override string PlannedEligible => "davon zuwendungsfähig EUR";
    public override string SettledEligible => "davon zuwendungsfähig EUR";
    public override string Sum => "Insgesamt";
    public override string Result => "3. Ist-Ergebnis";
    public override string ReceivedInSum => "Eingegangen";
    public override string SpentInSum => "Ausgegeben";
    public override string Balance => "Einnahmen weniger Ausgaben";
    public override string Repay => "Von der Zuwendung zurückzuzahlen";
    public override string Outstanding => "Von der Zuwendung noch zu erhalten";
    public override string Documents => "Buchungen";
    public override string Day => "Tag";
    public override string What => "Was";
    public override string Party => "Von wem oder an wen";
    public override string Document => "Beleg";
    public override string Euros => "EUR";
    public override string Eligible => "davon zuwendungsfähig";
    public override string Milestone => "Meilenstein";
    public override string Signature => "Ort, Datum, rechtsverbindliche Unterschrift:";

    public override IReadOnlyList<string> Questions =>
    [
        "Was wurde gemacht: Beginn, Dauer, Abschluss",
        "Nachweis des geförderten Personals",
        "Erfolg und Auswirkungen",
        "Gründe für Abweichungen von der Planung und vom Finanzierungsplan",
        "Berichte beteiligter technischer Dienststellen (beifügen)",
    ];

    public override string NoticeOf(int version, string day, string? words) => version == 1 ? $"Zuwendungsbescheid vom {day}" : $"Geändert ab {day}: {words}";

    public override string MoreOrLess(string category, string planned, string spent) => $"{category}: ausgegeben {spent} statt {planned}. Grund: …";

    public override string SpentBy(string partner, string spent, string planned) => $"{partner}: {spent} von {planned}";

    public override string NameOf(FundingSource source, FundingLevel? level) => (source, level) switch
    {
        (FundingSource.OwnShare, _) => "Eigenanteil",
        (FundingSource.ThirdParty, _) => "Leistungen Dritter (ohne öffentliche Förderung)",
        (_, FundingLevel.State) => "Zuwendung des Landes",
        (_, FundingLevel.Federal) => "Zuwendung des Bundes",
        (_, FundingLevel.Eu) => "Zuwendung der Europäischen Union",
        _ => "Zuwendung",
    };
}
