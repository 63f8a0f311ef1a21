using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Parking.Office.Search;

/// <summary>Die Wörter auf Deutsch.</summary>
internal sealed class GermanSearchTexts : SearchTexts
{
    public override string AnyState => "jeder Stand";
    public override string AnyZone => "jede Zone";
    public override string LastDayFrom => "Letzter Tag ab";
    public override string LastDayUntil => "Letzter Tag bis";
    public override string Clear => "Suche leeren";
    public override string NothingFound => "Nichts gefunden";
    public override string NothingFoundHint => "Prüfen Sie die Schreibweise, oder leeren Sie die Suche.";
    public override string ByPerson => "Nach einer Person suchen";
    public override string Title => "Ausweis einer Person suchen";
    public override string Lead => "Ausweise tragen keine Namen. Die Person wird im Melderegister gesucht oder, mit der Anschrift, in den Gebührenbescheiden.";
    public override string Kept => "Jede Suche wird festgehalten: wer gesucht hat, wann und wozu. Der gesuchte Name wird nicht gespeichert.";
    public override string GivenNames => "Vornamen";
    public override string FamilyName => "Familienname";
    public override string OneOfBoth => "Eines von beiden genügt; ein Geburtsdatum geht vor.";
    public override string BirthDate => "Geburtsdatum";
    public override string Address => "Straße und Hausnummer";
    public override string AddressHint => "Wie im letzten Gebührenbescheid.";
    public override string Purpose => "Zweck der Suche";
    public override string PurposeHint => "Steht im Protokoll, ohne den Namen der Person. Zum Beispiel: Anruf wegen eines neuen Kennzeichens.";
    public override string Go => "Person suchen";
    public override string Results => "Treffer";
    public override string Nobody => "Nichts gefunden";
    public override string NobodyHint => "Unter diesen Angaben gibt es hier keinen Ausweis und keinen Antrag, der gezeigt werden kann. Prüfen Sie die Schreibweise, oder suchen Sie mit Kennzeichen oder Ausweisnummer.";

    public override string BornOn(string day) => $"geboren am {day}";

    public override RefusalText Incomplete { get; } = new(
        "Angaben fehlen", "Die Suche braucht Vornamen, Familiennamen, den Zweck und dazu das Geburtsdatum oder Straße mit Hausnummer.", "Ergänzen Sie, was fehlt; Ihre Eingaben stehen noch da.");

    public override RefusalText TooManyQuestions(int most) => new(
        "Zu viele Suchen", $"Nach Personen kann jede Kraft {most}-mal in der Stunde suchen.", "Suchen Sie später weiter, oder suchen Sie mit Kennzeichen oder Ausweisnummer.");

    public override RefusalText TooManyFit(int most) => new(
        "Zu viele Personen passen", $"Mehr als {most} Personen passen zu diesen Angaben. Gezeigt wird dann keine.", "Geben Sie alle Vornamen an, oder suchen Sie mit dem Geburtsdatum.");

    public override RefusalText RegisterSilent { get; } = new(
        "Das Melderegister antwortet nicht", "Ohne das Melderegister wird keine Person gezeigt.", "Versuchen Sie es in einigen Minuten noch einmal, oder suchen Sie mit Kennzeichen oder Ausweisnummer.");
}
