using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Parking.Rules.Forms;

/// <summary>Die Wörter auf Deutsch.</summary>
internal sealed class GermanFormTexts : FormTexts
{
    public override string WhoMay => "Wer einen Ausweis bekommt";
    public override string Practice => "Was das Amt daraus macht";
    public override string Charges => "Änderungen und Rückgabe";
    public override string SpacesAndNotes => "Stellplätze und Notizen";
    public override string Tickets => "Besuchstickets";
    public override string NoTickets => "Die Stadt gibt keine Besuchstickets";
    public override string NotInThisForm => "Das passt nicht in dieses Formular und bleibt, wie es ist. Ändern Sie es in der Datei (JSON).";
    public override string TicketUnit(int row) => $"Art {row}: gilt in";
    public override string TicketPart(string part) => part switch { "length" => "Wie viele davon", "per_year" => "Tickets im Jahr", _ => "Euro je Ticket" };
    public override string FeesTitle => "Gebühren";
    public override string FeesLead => "Eine Gebühr gilt vom ersten bis zum letzten Tag. Am selben Tag gilt nur eine.";
    public override string NoFee => "Noch keine Gebühr. Ohne Gebühr entscheidet das Amt jeden Antrag.";
    public override string Fee => "Gebühr";
    public override string Kind => "Art";
    public override string Days => "Gilt";
    public override string Always => "immer";
    public override string Change => "Ändern";
    public override string New => "Neue Gebühr";
    public override string NewOf(string kind) => $"Neue Gebühr: {kind}";
    public override string ChangeFee(string id) => $"Gebühr {id} ändern";
    public override string Identifier => "Kürzel";
    public override string IdentifierHint => "Steht in Bescheiden und im Verlauf, zum Beispiel gebuehr-2027. Kleine Buchstaben, Ziffern und Striche.";
    public override string From => "Erster Tag";
    public override string To => "Letzter Tag";
    public override string EmptyIsAlways => "Leer: schon immer oder bis auf Weiteres.";
    public override string Months => "Monate";
    public override string Amount => "Euro für die ganze Laufzeit";
    public override string Terms => "Laufzeiten in Monaten";
    public override string TermsHint => "Mit Komma getrennt, zum Beispiel 6, 12.";
    public override string PerSquareMetre => "Euro je Quadratmeter und Jahr";
    public override string Base => "Grundbetrag im Jahr, Euro";
    public override string AreaHint => "Länge × Breite des Fahrzeugs × Satz + Grundbetrag; kürzere Laufzeiten anteilig.";
    public override string ZonePerMonth(string zone) => $"Zone {zone}: Euro im Monat";
    public override string ZonePerYear(string zone) => $"Zone {zone}: Euro im Jahr";
    public override string ZoneHint => "Je Zone ein Betrag, im Monat oder im Jahr. Leer: In der Zone gibt es für diese Gebühr keinen Ausweis.";
    public override string Once => "Einmal je Ausweis, Euro";
    public override string PerMonth => "Je Monat, Euro";
    public override string FormulaHint => "Alle Bestandteile werden zusammengezählt. Leere zählen nicht.";
    public override string Least => "Mindestens im Jahr, Euro";
    public override string Most => "Höchstens im Jahr, Euro";
    public override string UnknownHint => "Das Amt setzt die Gebühr bei jedem Antrag fest.";
    public override string Tariffs => "Sozialtarife";
    public override string TariffsHint => "Jeder Tarif nennt das Gesetz, das ihn erlaubt. StVG § 6a Abs. 5a trägt soziale Gründe nicht (BVerwG, 13.06.2023, 9 CN 2.22).";
    public override string TariffName => "Name";
    public override string TariffPercent => "Prozent der vollen Gebühr";
    public override string TariffNote => "Rechtsgrundlage";
    public override string SaveFee => "Gebühr speichern";
    public override string RemoveFee => "Gebühr aus dem Entwurf nehmen";
    public override string AsJson => "Als Text (JSON) ändern";
    public override string OnlyJson => "Diese Gebühr passt nicht in das Formular. Sie lässt sich hier als Text (JSON) ändern; nichts davon geht verloren.";
    public override string Json => "Gebühr als Text (JSON)";

    public override RefusalText FeeIdentifierUnusable { get; } = new(
        "Das Kürzel geht nicht", "Es fehlt, gehört schon einer anderen Gebühr oder hat andere Zeichen als kleine Buchstaben, Ziffern und Striche.", "Wählen Sie ein anderes; Ihre Eingaben stehen noch da.");

    public override RefusalText FeeUnusable(int fields) => new(
        "Die Gebühr ist nicht gespeichert", fields == 1 ? "Ein Feld stimmt nicht." : $"{fields} Felder stimmen nicht.", "Sie sind unten gekennzeichnet; Ihre Eingaben stehen noch da.");

    public override RefusalText FeeUnreadable { get; } = new(
        "Der Text ist keine Gebühr", "Das JSON lässt sich nicht lesen oder hat Felder, die es nicht gibt.", "Vergleichen Sie mit data/README.md; Ihr Text steht noch da.");

    public override string Unusable(string field) => field switch
    {
        "renewal_earliest" => "Schreiben Sie P und eine Zahl mit D, W oder M, zum Beispiel P30D für 30 Tage.",
        "terms_months" => "Schreiben Sie Monate als ganze Zahlen mit Komma dazwischen, zum Beispiel 6, 12.",
        SimpleRule.VisitorTickets => "Jede Zeile braucht Stunde oder Tag, zwei ganze Zahlen und einen Betrag; oder die Stadt gibt keine.",
        "automation_basis" => "Höchstens 300 Zeichen.",
        "id" => "Kleine Buchstaben, Ziffern und Striche; noch nicht vergeben.",
        "valid_from" or "valid_to" => "Wählen Sie einen Tag oder lassen Sie das Feld leer.",
        _ when field.StartsWith("tariff.", StringComparison.Ordinal) => "Ein Tarif braucht Namen, einen Anteil zwischen 0 und 100 und die Rechtsgrundlage mit mindestens 10 Zeichen.",
        _ => "Schreiben Sie eine Zahl, zum Beispiel 12 oder 12,50.",
    };
}
