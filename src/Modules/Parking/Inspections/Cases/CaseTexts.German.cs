using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Parking.Inspections.Cases;

/// <summary>Die Wörter auf Deutsch.</summary>
internal sealed class GermanCaseTexts : CaseTexts
{
    public override string Title => "Fälle aus der Straße";
    public override string Lead => "Was Kontrollkräfte übergeben haben. Laden Sie die Datei für das Bußgeldverfahren und bestätigen Sie dann den Eingang: Damit ist der Fall hier gelöscht. Nach 24 Stunden löscht ihn das Programm von selbst.";
    public override string None => "Keine Fälle";
    public override string NoneHint => "Alles ist übergeben, oder es gab nichts zu übergeben.";
    public override string Observed => "Beobachtet";
    public override string Plate => "Kennzeichen";
    public override string Place => "Ort";
    public override string Rule => "Regel";
    public override string Finding => "Befund";
    public override string Warden => "Kontrollkraft";
    public override string Photos => "Fotos";
    public override string Ends => "Wird gelöscht";
    public override string Filed => "In einer Datei";
    public override string Csv => "Datei laden (CSV)";
    public override string Json => "Datei laden (JSON)";
    public override string Arrived => "Eingang bestätigen und hier löschen";
    public override string Yes => "ja";
    public override string No => "nein";
    public override string CountsTitle => "Abfragen der Kontrollkräfte";
    public override string CountsLead => "Gezählt je Tag, ohne Kennzeichen. Abgelehnt wurde, was nach dem Beobachten einer Person oder nach Durchprobieren aussah: Sprechen Sie darüber.";
    public override string Day => "Tag";
    public override string Answers => "Antworten";
    public override string SamePlate => "Abgelehnt: dasselbe Kennzeichen zu oft";
    public override string SameSeries => "Abgelehnt: der Reihe nach";
    public override string TooManyPlates => "Abgelehnt: zu viele an einem Tag";
    public override string Rounds => "Schichten";
    public override string NoCounts => "Noch keine Abfragen";
    public override string NoCountsHint => "Sobald eine Schicht läuft, stehen hier Zahlen.";
    public override string CaseTitle => "Fall übergeben";
    public override string CaseLead => "Wird höchstens 24 Stunden aufbewahrt und an das Bußgeldverfahren übergeben. Erst Ihr Tippen legt den Fall an.";
    public override string CaseDetail => "Hausnummer oder Stelle";
    public override string CasePhotos => "Anzahl der Fotos";
    public override string CaseConfirm => "Fall übergeben";
    public override string CaseDone => "Fall ist übergeben.";
    public override string CaseWaits => "Der Fall wartet auf Verbindung; lassen Sie die App offen.";

    public override RefusalText PlateHasRight { get; } = new(
        "Berechtigt", "Für dieses Kennzeichen gilt hier ein Ausweis.", "Es gibt nichts zu übergeben.");

    public override RefusalText SignIsFree { get; } = new(
        "Jetzt frei", "Um diese Zeit darf hier jeder parken.", "Es gibt nichts zu übergeben.");

    public override RefusalText PlaceUnknown { get; } = new(
        "Ort fehlt", "Ohne Ort lässt sich kein Fall übergeben.", "Wählen Sie, wo das Fahrzeug steht.");

    public override RefusalText MomentOutOfShift { get; } = new(
        "Zeit passt nicht", "Der Fall liegt nicht in der laufenden Schicht.", "Prüfen Sie das Kennzeichen noch einmal.");

    public override string PurposeOf(Shifts.ShiftPurpose purpose) => purpose switch { Shifts.ShiftPurpose.Round => "Kontrollgang", Shifts.ShiftPurpose.Complaint => "Beschwerde", _ => "Veranstaltung" };

    public override string FindingOf(InspectionState state) => state is InspectionState.NotValid ? "Ausweis gilt hier nicht" : "kein Ausweis bekannt";
}
