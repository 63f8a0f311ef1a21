using Modellstadt.Kernel.Texts;

namespace Modellstadt.Parking.Office.Story;

/// <summary>Die Wörter auf Deutsch.</summary>
internal sealed class GermanStoryWords : StoryWords
{
    protected override Language Language => Language.German;

    protected override IReadOnlyDictionary<string, string> Names { get; } = new Dictionary<string, string>
    {
        ["Renewal"] = "Verlängerung",
        ["PlateChange"] = "anderes Kennzeichen",
        ["TemporaryPlate"] = "Ersatzkennzeichen",
        ["ZoneSwap"] = "andere Zone",
        ["Return"] = "Rückgabe",
        ["Lapse"] = "Ende nach Meldung eines Registers",
        ["by the link of the reminder"] = "über den Link der Erinnerung",
        ["Suspension"] = "Ruhen",
        ["Provisional"] = "vorläufiger Ausweis",
        ["fee settled"] = "Gebühr erledigt",
        ["refund open"] = "über die Erstattung entscheidet das Amt",
        ["Died"] = "verstorben",
        ["MovedAway"] = "weggezogen",
        ["LeftZone"] = "in kein Bewohnerparkgebiet umgezogen",
        ["VehicleGone"] = "Fahrzeug abgemeldet oder abgegeben",
    };

    protected override string Term(string months) => $"Laufzeit: {months} Monate";

    protected override string Renewed(string months, string until) => $"um {months} Monate bis {until}";

    protected override string Plates(string plates) => $"Kennzeichen {plates}";

    protected override string Temporary(string plate, string from, string until) => $"Ersatzkennzeichen {plate} von {from} bis {until}";

    protected override string Zone(string zone) => $"Zone {zone}";

    protected override string Unpaid(string days) => $"Gebühr seit mehr als {days} Tagen offen";

    protected override string ByProgram(string basis) => $"vom Programm entschieden: {basis}";

    protected override string Tickets(string count) => count == "1" ? "1 Besucherticket" : $"{count} Besuchertickets";

    protected override string Days(string count) => count == "1" ? "1 Tag" : $"{count} Tage";

    protected override string ShippedRules(string day) => $"nach den Regeln vom {day}";

    protected override string Rules(string version) => $"nach Fassung {version} der Regeln";
}
