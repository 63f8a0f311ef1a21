using System.Globalization;
using Modellstadt.Kernel.Texts;

namespace Modellstadt.Region.Showroom;

/// <summary>English.</summary>
internal sealed class EnglishShowroomTexts : ShowroomTexts
{
    public override string Title => "Showroom of the model regions";
    public override string Lead => "What towns and districts built and tried out, what it cost and whom to ask – before you start from scratch.";
    public override string ProjectsLabel => "projects";
    public override string StateMoneyLabel => "from the state";
    public override string TownsLabel => "towns and districts";
    public override string Map => "Where the model regions are";
    public override string MapWords => "Five model regions in North Rhine-Westphalia. The larger the dot, the more projects; the list below says the same.";
    public override string Filter => "Choose projects";
    public override string Town => "Town or district";
    public override string AnyTown => "all";
    public override string AnyPillar => "both pillars";
    public override string AnyState => "any state";
    public override string Go => "Show";
    public override string Clear => "Show all projects";
    public override string Nothing => "No project fits";
    public override string NothingHint => "Take one of the choices back.";
    public override string ByTown => "Town by town";
    public override string Known => "What we know and what not";
    public override string KnownWords => "Everything comes from public sources, which are named with each project. What was not found stays empty; nothing is estimated. No source says which pillar a project belongs to: we assigned it.";
    public override string? OnlyGerman => "Titles and descriptions are in German, as they were collected.";
    public override string ToShowroom => "All projects of the model regions";
    public override string Timeline => "Run times";
    public override string Certain => "surely running";
    public override string Vague => "the source names only month or year";
    public override string Open => "start or end not found";
    public override string NoDates => "no dates found";
    public override string AsOfTitle => "Looking back";
    public override string AsOfWords => "What was running when? By the run times that we know today.";
    public override string AsOfLabel => "Month or year";
    public override string AsOfHint => "for example 2020-07";
    public override string AsOfGo => "Look back";
    public override string AsOfToday => "Back to today";
    public override string AsOfUnreadable => "Time not understood";
    public override string AsOfUnreadableHint => "Write it as 2020, 2020-07 or 2020-07-14. You see how things stand today.";
    public override string PartlyConcluded => "partly concluded";
    public override string Money => "Money";
    public override string MoneyLead => "Only projects that this town leads: shared projects count with their lead town, so that no sum stands twice.";
    public override string Sum => "Sum, as far as known";
    public override string Joined => "Taking part";
    public override string JoinedLead => "Projects that others lead.";
    public override string Offices => "Project office and parts of projects";
    public override string NoProject => "No project found";
    public override string NoProjectHint => "There is no project of this town in the register. That does not mean that there was none.";
    public override string Embed => "Embed in your own page";
    public override string EmbedHint => "This frame always shows the present state and sets no cookies:";
    public override string Facts => "Facts with their source";
    public override string Descriptive => "The title is ours: the source only describes the project.";
    public override string Sources => "Page about the project";
    public override string History => "History of this entry";
    public override string HistoryLead => "Every change is kept as a version.";
    public override string Version => "Version";
    public override string When => "When";
    public override string Who => "Who";
    public override string Why => "Why";
    public override string Changed => "Changed";
    public override string Collection => "the collection that comes with the program";
    public override string OwnAssignment => "assigned by us";
    public override string Real => "The projects are real: from public sources, named with each. Made up here are only persons, cards and their registers.";
    public override string Withdrawn => "Withdrawn";
    public override string Computed => "computed from both sums";

    protected override CultureInfo Culture { get; } = Language.English.Culture();

    public override string FoundOf(int found, int all) => $"{found} of {all} found";

    public override string KnownFor(int known, int all) => $"known for {known} of {all} projects";

    public override string LedOf(int led) => $"{led} of them led by the town";

    public override string Count(int projects) => projects == 1 ? "1 project" : $"{projects} projects";

    public override string LiveTitle(string town) => $"Right now in {town}";

    public override string LiveAt(string time) => $"As of {time}";

    public override string TownTitle(string town) => $"Projects: {town}";

    public override string TownLine(string region, bool isLead) => isLead ? $"Lead town of the model region {region}" : $"Model region {region}";

    public override string AsOf(string time) => $"As of {time}";

    public override string NameOf(Standing standing) => standing switch
    {
        Standing.Running => "was running",
        Standing.Begun => "had begun, end not found",
        Standing.Granted => "granted, start not found",
        Standing.Planned => "planned",
        Standing.Ended => "over",
        _ => "run time not known precisely enough",
    };

    public override string OfficeOf(string town) => $"project office of {town}";

    public override string ByFeedOf(string town) => $"told by {town}";

    public override string WithdrawnBy(string town, string time, string reason) => $"{town} withdrew the project on {time}: {reason}";

    protected override string Seconds(long count) => count == 1 ? "1 second" : $"{count} seconds";

    protected override string Minutes(long count) => $"{count} minutes";

    protected override string Hours(long count) => $"{count} hours";

    protected override string Days(long count) => $"{count} days";
}
