using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.CitizenId.OtherTowns;

/// <summary>Was jemand liest, der die Bürger-ID einer anderen Stadt zeigt.</summary>
internal sealed class GermanOtherTownTexts : OtherTownTexts
{
    public override RefusalText SpeaksForAnotherTown(string town) => new(
        "Diese Bürger-ID gilt hier nicht",
        $"Sie ist mit dem Schlüssel von {town} unterschrieben, nennt aber eine andere Gemeinde. Eine Stadt kann nur für sich selbst sprechen.",
        "Holen Sie sich die Bürger-ID bei der Stadt, in der Sie gemeldet sind, und versuchen Sie es dann noch einmal.");

    public override RefusalText CardIncomplete(string town) => new(
        "Auf der Bürger-ID fehlt etwas",
        $"Um Sie in unserem Melderegister zu finden, brauchen wir von der Bürger-ID aus {town} Vornamen, Familiennamen, Geburtsdatum, Anschrift und die Kennung. Mindestens eine dieser Angaben fehlt oder ist nicht lesbar.",
        $"Holen Sie sich in {town} eine neue Bürger-ID, oder kommen Sie mit Ihrem Ausweis ins Bürgercenter.");

    public override RefusalText LevelUnknown(string town) => new(
        "Diese Bürger-ID gilt hier nicht",
        $"Die Bürger-ID aus {town} sagt nicht in einer Form, die hier zählt, wie sicher Ihre Identität geprüft wurde.",
        "Holen Sie sich unsere eigene Bürger-ID, oder kommen Sie mit Ihrem Ausweis ins Bürgercenter.");

    public override RefusalText LevelTooLow(string town) => new(
        "Dafür reicht diese Bürger-ID nicht",
        $"Der Bürger-ID aus {town} vertrauen wir nur auf dem Niveau „niedrig“. Hierfür brauchen wir „substanziell“.",
        "Holen Sie sich unsere eigene Bürger-ID, oder kommen Sie mit Ihrem Ausweis ins Bürgercenter.");

    public override RefusalText NotRegisteredHere(string town, string here) => new(
        $"In {here} sind Sie nicht gemeldet",
        $"Wer Sie sind, hat Ihre Bürger-ID aus {town} gezeigt. Im Melderegister von {here} gibt es aber zu Ihrem Namen und Geburtsdatum keinen Eintrag.",
        $"Sind Sie nach {here} gezogen oder haben Sie hier eine Nebenwohnung? Melden Sie sie im Bürgercenter an und versuchen Sie es danach noch einmal.");

    public override RefusalText KnownAsAnother(string town) => new(
        "Das muss das Bürgercenter klären",
        $"Mit dieser Bürger-ID aus {town} hat sich hier schon jemand angemeldet, zu dem in unserem Melderegister ein anderer Eintrag gehört.",
        "Bitte kommen Sie mit Ihrem Ausweis ins Bürgercenter.");

    public override RefusalText RegisterSilent { get; } = new(
        "Das Melderegister antwortet gerade nicht",
        "Ohne Melderegister wissen wir nicht, ob Sie hier gemeldet sind. Von Ihrer Bürger-ID haben wir nichts gespeichert, entschieden ist nichts.",
        "Beginnen Sie in einigen Minuten noch einmal.");
}
