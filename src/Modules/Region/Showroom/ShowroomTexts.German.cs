using System.Globalization;
using Modellstadt.Kernel.Texts;

namespace Modellstadt.Region.Showroom;

/// <summary>Deutsch.</summary>
internal sealed class GermanShowroomTexts : ShowroomTexts
{
    public override string Title => "Schaufenster der Modellregionen";
    public override string Lead => "Was Städte und Kreise gebaut und ausprobiert haben, was es kostete und wen man fragen kann – bevor man selbst von vorn beginnt.";
    public override string ProjectsLabel => "Projekte";
    public override string StateMoneyLabel => "vom Land";
    public override string TownsLabel => "Städte und Kreise";
    public override string Map => "Wo die Modellregionen liegen";
    public override string MapWords => "Fünf Modellregionen in Nordrhein-Westfalen. Je größer der Punkt, desto mehr Projekte; die Liste darunter sagt dasselbe.";
    public override string Filter => "Projekte auswählen";
    public override string Town => "Stadt oder Kreis";
    public override string AnyTown => "alle";
    public override string AnyPillar => "beide Säulen";
    public override string AnyState => "jeder Stand";
    public override string Go => "Anzeigen";
    public override string Clear => "Alle Projekte anzeigen";
    public override string Nothing => "Kein Projekt passt";
    public override string NothingHint => "Heben Sie eine Auswahl auf.";
    public override string ByTown => "Stadt für Stadt";
    public override string Known => "Was wir wissen und was nicht";
    public override string KnownWords => "Alle Angaben stammen aus öffentlichen Quellen, die bei jedem Projekt stehen. Was nicht gefunden wurde, bleibt leer; nichts ist geschätzt. Welcher Säule ein Projekt angehört, nennt keine Quelle: Die Zuordnung ist unsere.";
    public override string? OnlyGerman => null;
    public override string ToShowroom => "Alle Projekte der Modellregionen";
    public override string Timeline => "Laufzeiten";
    public override string Certain => "sicher gelaufen";
    public override string Vague => "Quelle nennt nur Monat oder Jahr";
    public override string Open => "Beginn oder Ende nicht gefunden";
    public override string NoDates => "keine Daten gefunden";
    public override string AsOfTitle => "Rückblick";
    public override string AsOfWords => "Was lief wann? Nach den Laufzeiten, die wir heute kennen.";
    public override string AsOfLabel => "Monat oder Jahr";
    public override string AsOfHint => "zum Beispiel 2020-07";
    public override string AsOfGo => "Rückblick zeigen";
    public override string AsOfToday => "Zurück zu heute";
    public override string AsOfUnreadable => "Zeitpunkt nicht verstanden";
    public override string AsOfUnreadableHint => "Schreiben Sie ihn als 2020, 2020-07 oder 2020-07-14. Sie sehen den Stand von heute.";
    public override string PartlyConcluded => "teilweise erschlossen";
    public override string Money => "Geld";
    public override string MoneyLead => "Nur Projekte, die diese Stadt leitet: Gemeinsame Projekte zählen bei ihrer Leitkommune, damit keine Summe doppelt steht.";
    public override string Sum => "Summe, soweit bekannt";
    public override string Joined => "Mit dabei";
    public override string JoinedLead => "Projekte, die andere leiten.";
    public override string Offices => "Projektbüro und Teilprojekte";
    public override string NoProject => "Kein Projekt gefunden";
    public override string NoProjectHint => "Für diese Stadt steht kein Projekt im Register. Das heißt nicht, dass es keines gab.";
    public override string Embed => "In die eigene Seite einbetten";
    public override string EmbedHint => "Dieser Rahmen zeigt immer den aktuellen Stand und setzt keine Cookies:";
    public override string Facts => "Angaben mit Quelle";
    public override string Descriptive => "Den Titel hat unsere Sammlung vergeben: Die Quelle umschreibt das Projekt nur.";
    public override string Sources => "Seite zum Projekt";
    public override string History => "Geschichte dieses Eintrags";
    public override string HistoryLead => "Jede Änderung bleibt als Fassung erhalten.";
    public override string Version => "Fassung";
    public override string When => "Wann";
    public override string Who => "Wer";
    public override string Why => "Warum";
    public override string Changed => "Geändert";
    public override string Collection => "Sammlung, die mit dem Programm kommt";
    public override string OwnAssignment => "unsere Zuordnung";
    public override string Real => "Die Projekte sind echt: aus öffentlichen Quellen, die jeweils dabeistehen. Erfunden sind hier nur Personen, Ausweise und ihre Register.";
    public override string Withdrawn => "Zurückgezogen";
    public override string Computed => "berechnet aus beiden Summen";

    protected override CultureInfo Culture { get; } = Language.German.Culture();

    public override string FoundOf(int found, int all) => $"{found} von {all} gefunden";

    public override string KnownFor(int known, int all) => $"bekannt bei {known} von {all} Projekten";

    public override string LedOf(int led) => $"davon {led} unter eigener Leitung";

    public override string Count(int projects) => projects == 1 ? "1 Projekt" : $"{projects} Projekte";

    public override string LiveTitle(string town) => $"Gerade jetzt in {town}";

    public override string LiveAt(string time) => $"Stand {time}";

    public override string TownTitle(string town) => $"Projekte: {town}";

    public override string TownLine(string region, bool isLead) => isLead ? $"Leitkommune der Modellregion {region}" : $"Modellregion {region}";

    public override string AsOf(string time) => $"Stand {time}";

    public override string NameOf(Standing standing) => standing switch
    {
        Standing.Running => "lief",
        Standing.Begun => "hatte begonnen, Ende nicht gefunden",
        Standing.Granted => "bewilligt, Beginn nicht gefunden",
        Standing.Planned => "geplant",
        Standing.Ended => "beendet",
        _ => "Laufzeit nicht genau genug bekannt",
    };

    public override string OfficeOf(string town) => $"Projektbüro {town}";

    public override string ByFeedOf(string town) => $"mitgeteilt von {town}";

    public override string WithdrawnBy(string town, string time, string reason) => $"{town} hat das Projekt am {time} zurückgezogen: {reason}";

    protected override string Seconds(long count) => count == 1 ? "1 Sekunde" : $"{count} Sekunden";

    protected override string Minutes(long count) => $"{count} Minuten";

    protected override string Hours(long count) => $"{count} Stunden";

    protected override string Days(long count) => $"{count} Tage";
}
