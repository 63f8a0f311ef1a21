using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Registers;

/// <summary>The module's words in German.</summary>
internal sealed class GermanRegistersTexts : RegistersTexts
{
    public override RefusalText DemoPersonUnknown => new(
        "Person unbekannt", "Im DEMO-Melderegister hat niemand diesen Schlüssel.", "Die Schlüssel stehen in der Liste der DEMO-Personen; eine Stadt ohne DEMO hat keine.");

    public override RefusalText DemoChangeImpossible => new(
        "Das kann dieser Person nicht geschehen", "Die Änderung passt nicht zu dem, was das DEMO-Register über die Person weiß.",
        "Prüfen Sie Straße und Hausnummer, das Kennzeichen oder den neuen Namen; wer gestorben ist, ändert nichts mehr.");

    public override string Explain(ExportProblemKind kind) => kind switch
    {
        ExportProblemKind.TooLarge => "Die Datei ist größer, als die Einstellung erlaubt.",
        ExportProblemKind.TooManyRows => "Die Datei hat mehr Zeilen, als die Einstellung erlaubt.",
        ExportProblemKind.WrongChecksum => "Der Inhalt passt nicht zur Prüfsumme: Die Datei wird noch geschrieben oder ist abgeschnitten.",
        ExportProblemKind.NotUtf8 => "Die Datei ist nicht in UTF-8 geschrieben.",
        ExportProblemKind.NotCsv => "Die Zeile ist kein CSV: Ein Anführungszeichen ist nicht geschlossen, oder ein Feld ist zu lang.",
        ExportProblemKind.ColumnMissing => "Diese Spalte fehlt in der ersten Zeile.",
        ExportProblemKind.ColumnUnknown => "Die erste Zeile nennt eine Spalte, die wir nicht brauchen. Bitte weglassen.",
        ExportProblemKind.WrongFieldCount => "Die Zeile hat eine andere Zahl von Feldern als die erste.",
        ExportProblemKind.Empty => "Dieses Feld darf nicht leer sein.",
        ExportProblemKind.WrongForm => "Dieses Feld hat nicht die Form, die das Handbuch nennt.",
        ExportProblemKind.Contradiction => "Dieselbe Person oder dasselbe Kennzeichen steht schon mit anderen Angaben in der Datei.",
        ExportProblemKind.NoRows => "Die Datei hat keine Einträge.",
        _ => "So viele Einträge der letzten Datei fehlen oder enden, dass der Abzug wohl unvollständig ist. Ist er richtig, erlaubt es die Einstellung MostGonePercent.",
    };
}
