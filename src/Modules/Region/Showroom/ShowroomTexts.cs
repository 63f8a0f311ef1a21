using Modellstadt.Kernel.Figures;
using Modellstadt.Kernel.Texts;

namespace Modellstadt.Region.Showroom;

/// <summary>What visitors of the showroom read.</summary>
internal abstract class ShowroomTexts : ITexts<ShowroomTexts>
{
    private static readonly ShowroomTexts German = new GermanShowroomTexts();
    private static readonly ShowroomTexts English = new EnglishShowroomTexts();

    public abstract string Title { get; }
    public abstract string Lead { get; }
    public abstract string ProjectsLabel { get; }
    public abstract string StateMoneyLabel { get; }
    public abstract string TownsLabel { get; }
    public abstract string Map { get; }
    public abstract string MapWords { get; }
    public abstract string Filter { get; }
    public abstract string Town { get; }
    public abstract string AnyTown { get; }
    public abstract string AnyPillar { get; }
    public abstract string AnyState { get; }
    public abstract string Go { get; }
    public abstract string Clear { get; }
    public abstract string Nothing { get; }
    public abstract string NothingHint { get; }
    public abstract string ByTown { get; }
    public abstract string Known { get; }
    public abstract string KnownWords { get; }

    /// <summary>That descriptions are German; null where they need no word.</summary>
    public abstract string? OnlyGerman { get; }

    public abstract string ToShowroom { get; }
    public abstract string Timeline { get; }
    public abstract string Certain { get; }
    public abstract string Vague { get; }
    public abstract string Open { get; }
    public abstract string NoDates { get; }
    public abstract string AsOfTitle { get; }
    public abstract string AsOfWords { get; }
    public abstract string AsOfLabel { get; }
    public abstract string AsOfHint { get; }
    public abstract string AsOfGo { get; }
    public abstract string AsOfToday { get; }
    public abstract string AsOfUnreadable { get; }
    public abstract string AsOfUnreadableHint { get; }
    public abstract string PartlyConcluded { get; }
    public abstract string Money { get; }
    public abstract string MoneyLead { get; }
    public abstract string Sum { get; }
    public abstract string Joined { get; }
    public abstract string JoinedLead { get; }
    public abstract string Offices { get; }
    public abstract string NoProject { get; }
    public abstract string NoProjectHint { get; }
    public abstract string Embed { get; }
    public abstract string EmbedHint { get; }
    public abstract string Facts { get; }
    public abstract string Descriptive { get; }
    public abstract string Sources { get; }
    public abstract string History { get; }
    public abstract string HistoryLead { get; }
    public abstract string Version { get; }
    public abstract string When { get; }
    public abstract string Who { get; }
    public abstract string Why { get; }
    public abstract string Changed { get; }
    public abstract string Collection { get; }
    public abstract string OwnAssignment { get; }
    public abstract string Computed { get; }
    public abstract string Withdrawn { get; }

    /// <summary>Said in demo towns, whose banner says that registers are made up.</summary>
    public abstract string Real { get; }

    public static ShowroomTexts For(Language language) => language is Language.German ? German : English;

    public abstract string FoundOf(int found, int all);

    public abstract string KnownFor(int known, int all);

    public abstract string LedOf(int led);

    public abstract string Count(int projects);

    public abstract string LiveTitle(string town);

    public abstract string LiveAt(string time);

    public abstract string TownTitle(string town);

    public abstract string TownLine(string region, bool isLead);

    public abstract string AsOf(string time);

    public abstract string NameOf(Standing standing);

    public abstract string OfficeOf(string town);

    public abstract string ByFeedOf(string town);

    public abstract string WithdrawnBy(string town, string time, string reason);

    /// <summary>A figure of this moment.</summary>
    public string Value(LiveFigure figure) => figure.InSeconds ? Duration(figure.Value) : figure.Value.ToString("N0", Culture);

    /// <summary>A time span as people say it: the largest unit of which there are at least two.</summary>
    public string Duration(long seconds) => seconds switch
    {
        < 120 => Seconds(seconds),
        < 7_200 => Minutes(seconds / 60),
        < 172_800 => Hours(seconds / 3_600),
        _ => Days(seconds / 86_400),
    };

    protected abstract System.Globalization.CultureInfo Culture { get; }

    protected abstract string Seconds(long count);

    protected abstract string Minutes(long count);

    protected abstract string Hours(long count);

    protected abstract string Days(long count);
}
