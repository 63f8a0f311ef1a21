using Modellstadt.Kernel.Texts;

namespace Modellstadt.Parking.Office.Story;

/// <summary>The words in English.</summary>
internal sealed class EnglishStoryWords : StoryWords
{
    protected override Language Language => Language.English;

    protected override IReadOnlyDictionary<string, string> Names { get; } = new Dictionary<string, string>
    {
        ["Renewal"] = "renewal",
        ["PlateChange"] = "another plate",
        ["TemporaryPlate"] = "temporary plate",
        ["ZoneSwap"] = "another zone",
        ["Return"] = "return",
        ["Lapse"] = "end after a register's message",
        ["by the link of the reminder"] = "by the link of the reminder",
        ["Suspension"] = "suspension",
        ["Provisional"] = "provisional permit",
        ["fee settled"] = "fee settled",
        ["refund open"] = "the office decides about the refund",
        ["Antrag zurückgenommen"] = "application withdrawn",
        ["vorläufig"] = "provisional",
        ["der Antrag ist entschieden"] = "the application is decided",
        ["die Tage sind um"] = "its days are over",
        ["Died"] = "died",
        ["MovedAway"] = "moved away",
        ["LeftZone"] = "moved to where no permit zone is",
        ["VehicleGone"] = "vehicle deregistered or given away",
    };

    protected override string Term(string months) => $"Term: {months} months";

    protected override string Renewed(string months, string until) => $"by {months} months until {until}";

    protected override string Plates(string plates) => $"plates {plates}";

    protected override string Temporary(string plate, string from, string until) => $"temporary plate {plate} from {from} until {until}";

    protected override string Zone(string zone) => $"zone {zone}";

    protected override string Unpaid(string days) => $"fee open for more than {days} days";

    protected override string ByProgram(string basis) => $"decided by the program: {basis}";

    protected override string Tickets(string count) => count == "1" ? "1 visitor ticket" : $"{count} visitor tickets";

    protected override string Days(string count) => count == "1" ? "1 day" : $"{count} days";

    protected override string ShippedRules(string day) => $"by the rules of {day}";

    protected override string Rules(string version) => $"by version {version} of the rules";
}
