using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Parking.Counter;

/// <summary>Die Wörter auf Deutsch.</summary>
internal sealed class GermanCounterTexts : CounterTexts
{
    public override string ToCounter => "Zum Schalter";
    public override string Title => "Antrag am Schalter";
    public override string Lead => "Für Menschen ohne Smartphone: Sie finden die Person im Melderegister und stellen den Antrag mit ihr zusammen.";
    public override string GivenNames => "Vornamen";
    public override string FamilyName => "Familienname";
    public override string BirthDate => "Geburtsdatum";
    public override string Purpose => "Zweck der Abfrage";
    public override string PurposeHint => "Steht im Protokoll, ohne den Namen der Person.";
    public override string DefaultPurpose => "Antrag auf einen Bewohnerparkausweis";
    public override string Find => "Im Melderegister suchen";
    public override string Found => "Gefunden";
    public override string NobodyFound => "Niemand gefunden";
    public override string NobodyFoundHint => "Niemand kann hier gezeigt werden. Vergleichen Sie Schreibweise und Geburtsdatum mit dem Ausweis der Person. Stimmt alles, kann die Person mit der Bürger-ID beantragen, oder Sie fragen bei der Meldebehörde nach.";
    public override string SameName => "Der Name stimmt.";
    public override string OtherName => "Der Name stimmt nicht überein.";
    public override string DocumentSeen => "Ich habe den Ausweis der Person gesehen";
    public override string Apply => "Für diese Person beantragen";
    public override string ApplicationTitle => "Antrag mit der Person";
    public override string Waiting => "Ein Register antwortet gerade nicht. Der Antrag ist gespeichert; laden Sie die Seite später neu.";
    public override string GrantedTitle => "Der Ausweis ist erteilt";
    public override string Granted(string number) => $"Er hat die Nummer {number} und gilt ab sofort.";
    public override string PrintSlip => "Ausdruck für das Auto (PDF)";
    public override string PrintDecision => "Bescheid drucken (PDF)";
    public override string WithOffice => "Der Antrag liegt auf der Arbeitsliste.";
    public override string ToCase => "Zum Fall";
    public override string Next => "Nächste Person";

    public override string SlipTitle => "Bewohnerparkausweis";
    public override string SlipZone(string zone) => $"Zone {zone}";
    public override string SlipValidity => "Gültig";
    public override string SlipCode => "Siegel der Stadt: für die Verkehrsüberwachung";
    public override string SlipHint => "Legen Sie den Ausdruck gut sichtbar hinter die Windschutzscheibe. Kontrolliert wird das Kennzeichen, das Siegel zeigt, dass der Ausdruck echt ist.";

    public override RefusalText SearchIncomplete { get; } = new(
        "Angaben fehlen", "Die Suche braucht Vornamen, Familiennamen, Geburtsdatum und den Zweck.", "Ergänzen Sie die Angaben.");

    public override RefusalText DocumentNotSeen { get; } = new(
        "Der Ausweis fehlt", "Einen Antrag am Schalter gibt es nur, wenn Sie den Ausweis der Person gesehen haben.", "Lassen Sie sich den Ausweis zeigen und setzen Sie den Haken.");

    public override RefusalText RegisterSilent { get; } = new(
        "Das Melderegister antwortet gerade nicht", "Ohne das Melderegister lässt sich die Person nicht finden.", "Versuchen Sie es in einigen Minuten noch einmal.");

    public override RefusalText SealBroken { get; } = new(
        "Dieser Ausdruck ist nicht echt", "Das Siegel ist nicht von dieser Stadt, oder jemand hat den Ausdruck geändert.", "Prüfen Sie das Kennzeichen von Hand.");

    public override RefusalText NoCounterApplication { get; } = new(
        "Diesen Antrag gibt es am Schalter nicht", "Unter dieser Adresse steht kein Antrag, der am Schalter gestellt wurde.", "Beginnen Sie am Schalter neu.");
}
