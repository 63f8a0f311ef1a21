using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Parking.Privacy;

/// <summary>Deutsch.</summary>
internal sealed class GermanPrivacyTexts : PrivacyTexts
{
    public override string MyData => "Meine Daten";
    public override string MyDataLead => "Das hat die Stadt zu Ihrem Bewohnerparken gespeichert. Sie können es als Datei mitnehmen.";
    public override string NothingKept => "Die Stadt hat hier nichts über Sie gespeichert.";
    public override string ToMyPermit => "Zurück zu meinem Ausweis";
    public override string Download => "Als Datei herunterladen";
    public override string CorrectionTitle => "Stimmt etwas nicht?";
    public override string CorrectionLead => "Name und Adresse kommen aus dem Melderegister, Fahrzeuge aus dem Fahrzeugregister: Dort ändern Sie sie selbst. Alles andere berichtigen wir.";
    public override string CorrectionWords => "Was ist falsch, und wie ist es richtig?";
    public override string CorrectionSend => "Berichtigung verlangen";
    public override string WaitsForAnswer => "Wir antworten innerhalb eines Monats. Die Antwort steht dann hier.";
    public override string OfficeTitle => "Datenschutz";
    public override string ToOffice => "Zurück zu den Ausweisen";
    public override string OpenCorrections => "Verlangte Berichtigungen";
    public override string NoCorrection => "Niemand wartet auf eine Antwort.";
    public override string RegisterKey => "Schlüssel im Melderegister";
    public override string Answer => "Antwort an die Person";
    public override string SendAnswer => "Antwort speichern";
    public override string CopyTitle => "Auskunft auf Papier";
    public override string CopyLead => "Für Personen ohne Wallet: alles, was gespeichert ist, als Datei. Prüfen Sie zuerst, wer fragt. Jede Auskunft wird vermerkt.";
    public override string PermitNumber => "Ausweisnummer";
    public override string CopyReason => "Anlass";
    public override string CopyReasonHint => "Zum Beispiel: Schreiben vom 3. März, Personalausweis gesehen";
    public override string MakeCopy => "Auskunft herunterladen";
    public override string RetentionTitle => "Was wann gelöscht wird";
    public override string RetentionLead => "Das Programm löscht von selbst. Die Fristen stellt das Rechenzentrum im Abschnitt Retention ein.";
    public override string Records => "Was";
    public override string Purpose => "Wofür";
    public override string Period => "Wie lange";

    public override RefusalText CorrectionNeedsWords { get; } = new(
        "Der Text fehlt oder ist zu lang", $"Schreiben Sie, was falsch ist, in höchstens {Correction.LongestWords} Zeichen.", "Gehen Sie zurück und füllen Sie das Feld aus.");

    public override RefusalText CorrectionNotFound { get; } = new(
        "Diese Berichtigung gibt es nicht", "Sie wurde beantwortet und inzwischen gelöscht, oder die Adresse ist falsch.", "Öffnen Sie die Liste noch einmal.");

    public override RefusalText CopyNeedsReason { get; } = new(
        "Der Anlass fehlt", "Eine Auskunft braucht einen Anlass von 3 bis 200 Zeichen.", "Gehen Sie zurück und schreiben Sie, wer wann gefragt hat.");

    public override RefusalText NobodyWithThatPermit { get; } = new(
        "Diese Ausweisnummer gibt es nicht", "Kein Ausweis dieser Stadt hat diese Nummer.", "Prüfen Sie die Nummer, zum Beispiel GE-2026-000123.");

    public override RefusalText TooManyCorrections(int most) => new(
        "Wir prüfen schon mehrere Berichtigungen von Ihnen", $"Es warten {most} Berichtigungen auf eine Antwort.", "Warten Sie die Antworten ab. Sie stehen auf der Seite „Meine Daten“.");

    public override string DaysAfter(int days, string begins) => days == 1 ? $"einen Tag nach {begins}" : $"{days} Tage nach {begins}";
}
