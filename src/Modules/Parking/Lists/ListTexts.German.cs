using Modellstadt.Kernel.Outcomes;
using Modellstadt.Parking.Lists.Import;

namespace Modellstadt.Parking.Lists;

/// <summary>Deutsch.</summary>
internal sealed class GermanListTexts : ListTexts
{
    public override string Lists => "Listen";
    public override string ToLists => "Zurück zu den Listen";
    public override string ImportTitle => "Ausweisliste übernehmen";
    public override string ImportLead => "Aus einem anderen Programm: Laden Sie die Liste als CSV hoch. Sie sehen zuerst, was die Spalten bedeuten und welche Zeilen nicht stimmen. Übernommen wird alles oder nichts.";
    public override string File => "CSV-Datei";
    public override string Upload => "Hochladen und prüfen";
    public override string ExportTitle => "Ausweisliste herunterladen";
    public override string ExportLead => "Alle Ausweise mit Nummer, Kennzeichen, Zone, Tagen, Zustand und Registerschlüssel. Jeder Export wird vermerkt.";
    public override string Export => "Als CSV herunterladen";
    public override string TakenOverHint => "Die Ausweise gelten ab sofort. Wer die Bürger-ID zeigt, bekommt die Karte auf das Telefon.";
    public override string MappingTitle => "Was bedeutet welche Spalte?";
    public override string MappingLead => "In Klammern steht der Inhalt der ersten Zeile. Die Person finden wir über den Registerschlüssel oder über Vorname, Nachname und Geburtsdatum.";
    public override string MappingIncomplete => "Es fehlen Spalten";
    public override string MappingIncompleteHint => "Ordnen Sie Nummer, Kennzeichen, Zone, beide Tage und einen Weg zur Person zu.";
    public override string NotInList => "steht nicht in der Liste";
    public override string CheckAgain => "So prüfen";
    public override string ResultTitle => "Ergebnis der Prüfung";
    public override string FlawlessHint => "Mit dem Übernehmen entstehen die Ausweise auf einmal.";
    public override string FlawedHint => "Es wurde nichts übernommen. Berichtigen Sie die Zeilen in der Datei und laden Sie sie noch einmal hoch.";
    public override string TakeOver => "Alle Ausweise übernehmen";
    public override string Row => "Zeile";
    public override string Problem => "Was nicht stimmt";

    public override string Statistics => "Statistik";
    public override string ExportFigures => "Alle Zahlen als CSV";
    public override string PermitsInForce => "Gültige Ausweise heute";
    public override string ShareAutomatic => "Vom Programm entschieden";
    public override string NoDecisionYet => "noch keine Entscheidung";
    public override string FeesAssessed => "Festgesetzte Gebühren";
    public override string Zones => "Ausweise und Plätze je Zone";
    public override string Zone => "Zone";
    public override string Permits => "Ausweise";
    public override string Spaces => "Plätze";
    public override string Load => "Verhältnis";
    public override string NotCounted => "nicht gezählt";
    public override string Oversold => "mehr Ausweise als Plätze";
    public override string AsTable => "Als Tabelle";
    public override string NoFigureYet => "Noch keine Zahlen. Sie erscheinen ab dem ersten Vorgang.";
    public override string PermitsByDay => "Gültige Ausweise je Tag";
    public override string ApplicationsByDay => "Anträge je Tag";
    public override string TimeToDecision => "Zeit bis zur Entscheidung je Tag (Median)";
    public override string FeesByDay => "Festgesetzte Gebühren je Tag";
    public override string Decisions => "Entscheidungen";
    public override string Inspections => "Kontrollen";

    public override RefusalText ImportUnreadable { get; } = new(
        "Die Datei ist keine lesbare Tabelle", "Sie hat keine Kopfzeile mit mindestens zwei verschiedenen Spalten, oder eine Zeile passt nicht dazu.", "Speichern Sie die Liste als CSV mit Kopfzeile und laden Sie sie noch einmal hoch.");

    public override RefusalText ImportNotFound { get; } = new(
        "Diese Liste gibt es nicht mehr", "Hochgeladene Listen werden nach sieben Tagen gelöscht.", "Laden Sie die Liste noch einmal hoch.");

    public override RefusalText ImportFlawed { get; } = new(
        "Es wurde nichts übernommen", "Mindestens eine Zeile stimmt nicht, oder jemand hat inzwischen etwas geändert.", "Öffnen Sie die Liste noch einmal: Dort steht jede Zeile, die nicht stimmt.");

    public override RefusalText ImportTooLong(int mostRows) => new(
        "Die Liste ist zu lang", $"Auf einmal nehmen wir höchstens {mostRows} Zeilen und 5 MB.", "Teilen Sie die Liste.");

    public override string FileHint(int mostRows) => $"Mit Kopfzeile, Trennzeichen Semikolon, Komma oder Tabulator, höchstens {mostRows} Zeilen";

    public override string TakenOver(int count) => count == 1 ? "Ein Ausweis ist übernommen" : $"{count} Ausweise sind übernommen";

    public override string Flawless(int rows) => rows == 1 ? "Die Zeile stimmt" : $"Alle {rows} Zeilen stimmen";

    public override string Flawed(int wrong, int rows) => $"{wrong} von {rows} Zeilen stimmen nicht";

    public override string StatisticsLead(int days) => $"Die letzten {days} Tage. Die Zahlen sagen nichts über einzelne Menschen und bleiben, wenn die Vorgänge gelöscht sind.";

    public override string FieldOf(ImportField field) => field switch
    {
        ImportField.PermitNumber => "Ausweisnummer",
        ImportField.Plates => "Kennzeichen",
        ImportField.Zone => "Zone",
        ImportField.ValidFrom => "Gültig ab",
        ImportField.ValidUntil => "Gültig bis",
        ImportField.RegisterKey => "Schlüssel im Melderegister",
        ImportField.GivenNames => "Vornamen",
        ImportField.FamilyName => "Nachname",
        _ => "Geburtsdatum",
    };

    public override string DecisionOf(string part) => part switch
    {
        "Granted/system" => "bewilligt vom Programm",
        "Granted/staff" => "bewilligt von Menschen",
        "Refused/system" => "abgelehnt vom Programm",
        _ => "abgelehnt von Menschen",
    };

    public override string AnswerOf(string part) => part switch
    {
        "Valid" => "gültig",
        "NotValid" => "nicht gültig",
        _ => "unbekannt",
    };

    public override string Duration(long seconds) => seconds switch
    {
        < 120 => $"{seconds} Sekunden",
        < 7200 => $"{seconds / 60} Minuten",
        < 172_800 => $"{seconds / 3600} Stunden",
        _ => $"{seconds / 86_400} Tage",
    };
}
