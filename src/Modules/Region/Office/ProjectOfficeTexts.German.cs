namespace Modellstadt.Region.Office;

/// <summary>Deutsch.</summary>
internal sealed class GermanProjectOfficeTexts : ProjectOfficeTexts
{
    public override string Title => "Projekte unserer Stadt";
    public override string Lead => "Projekte, die wir leiten. Was Sie ändern, steht sofort im Schaufenster; jede Fassung bleibt erhalten.";
    public override string ToList => "Alle Projekte unserer Stadt";
    public override string ToShowroom => "Im Schaufenster ansehen";
    public override string Change => "Projekt ändern";
    public override string DateHint => "So genau wie die Quelle: 2020, 2020-07 oder 2020-07-14. Leer heißt: nicht bekannt.";
    public override string SumHint => "Euro: 1433000 oder 1433000,50. Mit ~ davor, wenn die Quelle rundet: ~4600000.";
    public override string EmptyHint => "Leer heißt: nicht bekannt.";
    public override string LinesHint => "Ein Name je Zeile. Leer heißt: nicht bekannt.";
    public override string DocumentsHint => "Je Zeile eines: Titel; https-Adresse; Lizenz als SPDX-Kennung. Zum Beispiel: Leitfaden; https://www.example.org/leitfaden.pdf; CC-BY-4.0";
    public override string NewFigures => "Woher kommt das Neue?";
    public override string Source => "Quelle der geänderten Angaben";
    public override string SourceHint => "Adresse oder Fundstelle. Angaben, die Sie nicht ändern, behalten ihre Quelle.";
    public override string Reason => "Warum ändern Sie das Projekt?";
    public override string ReasonHint => "Ein Satz; er steht öffentlich in der Geschichte des Projekts. Nennen Sie keine Personen.";
    public override string Save => "Als neue Fassung speichern";
    public override string Meanwhile => "Was sich inzwischen geändert hat";
    public override string Field => "Feld";
    public override string Theirs => "Jetzt im Register";
    public override string Yours => "Ihre Eingabe";
    public override string Empty => "leer";
    public override string None => "Noch kein Projekt";
    public override string NoneHint => "Unsere Stadt leitet im Register kein Projekt.";

    public override string TheirReason(int version, string reason) => $"Fassung {version}: {reason}";
}
