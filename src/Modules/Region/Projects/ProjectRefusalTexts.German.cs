using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;

namespace Modellstadt.Region.Projects;

/// <summary>Deutsch.</summary>
internal sealed class GermanProjectRefusalTexts : ProjectRefusalTexts
{
    private static readonly ProjectTexts Words = ProjectTexts.For(Language.German);

    public override RefusalText NoSuchProject => new("Projekt nicht gefunden", "Unter dieser Adresse steht kein Projekt im Register.", "Suchen Sie es im Schaufenster unter /showroom.");

    public override RefusalText NoSuchTown => new("Kommune nicht gefunden", "Diese Kommune gehört zu keiner der Modellregionen, die wir kennen.", "Wählen Sie eine Kommune im Schaufenster unter /showroom.");

    public override RefusalText ChangeNeedsReason => new("Grund fehlt", "Jede Änderung steht mit ihrem Grund in der Geschichte des Projekts.", "Schreiben Sie in einem Satz, warum Sie ändern, und speichern Sie noch einmal.");

    public override RefusalText NothingChanged => new("Nichts geändert", "Alle Felder stehen so im Register, wie Sie sie geschickt haben.", "Ändern Sie ein Feld oder verlassen Sie die Seite.");

    public override RefusalText EndsBeforeStart => new("Ende vor dem Beginn", "Das Projekt kann nicht enden, bevor es beginnt.", "Prüfen Sie Beginn und Ende.");

    public override RefusalText ShareAboveTotal => new("Landesanteil zu hoch", "Der Anteil des Landes ist höher als die Gesamtsumme.", "Prüfen Sie beide Summen.");

    public override RefusalText NewProjectFormUnusable => new("Formular unvollständig", "Das Formular kam nicht so zurück, wie wir es ausgegeben haben. Nichts wurde angelegt.", "Öffnen Sie „Neues Projekt“ noch einmal und füllen Sie es dort aus.");

    public override RefusalText NewProjectOvertaken => new("Gleichzeitig angelegt", "Im selben Augenblick haben andere Projekte mit diesem Titel angelegt. Ihres noch nicht; Ihre Eingaben sind noch da.", "Sehen Sie in der Liste nach, ob es das Projekt schon gibt, und speichern Sie sonst noch einmal.");

    public override RefusalText ProjectOfAnotherTown(string town) =>
        new("Projekt einer anderen Kommune", $"Dieses Projekt leitet {town}; nur ihr Projektbüro ändert es.", "Bitten Sie das Projektbüro dort um die Änderung.");

    public override RefusalText ProjectFieldUnusable(string field, string text) => string.IsNullOrWhiteSpace(text)
        ? new("Angabe fehlt", $"Das Feld „{ProjectField.LabelOf(field, Words)}“ ist leer.", "Füllen Sie es aus und speichern Sie noch einmal.")
        : new("Angabe nicht verstanden", $"„{text}“ passt nicht in das Feld „{ProjectField.LabelOf(field, Words)}“.", "Schreiben Sie Daten als 2020, 2020-07 oder 2020-07-14, Summen als 1433000 oder ~4600000, Dokumente als Titel; https-Adresse; Lizenz, und füllen Sie Pflichtfelder aus.");

    public override RefusalText FigureNeedsSource(string field) =>
        new("Quelle fehlt", $"Sie haben „{ProjectField.LabelOf(field, Words)}“ geändert, aber nicht gesagt, wo es steht.", "Nennen Sie die Quelle der neuen Angaben und speichern Sie noch einmal.");

    public override RefusalText ProjectChangedMeanwhile(int version) =>
        new("Jemand war schneller", $"Während Sie schrieben, hat jemand anderes Fassung {version} gespeichert. Ihre Eingaben sind noch da.", "Vergleichen Sie unten beide, passen Sie Ihre Eingaben an und speichern Sie noch einmal.");

    public override RefusalText DuplicateUnanswered(string title) =>
        new("Bitte erst ein Satz dazu", $"„{title}“ ist Ihrem Projekt sehr ähnlich. Sie dürfen Ihres trotzdem anlegen; wer es später liest, soll nur wissen, warum.", "Sagen Sie unten bei diesem Projekt in einem Satz, was an Ihrem anders ist oder was Sie übernehmen, und speichern Sie noch einmal.");
}
