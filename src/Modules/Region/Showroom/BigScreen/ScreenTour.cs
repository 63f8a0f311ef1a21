using Modellstadt.Kernel.Texts;

namespace Modellstadt.Region.Showroom.BigScreen;

/// <summary>The pictures of the tour.</summary>
internal enum ScreenSlide
{
    /// <summary>What the showroom is, with its three numbers.</summary>
    Start,

    /// <summary>Where the model regions lie.</summary>
    Map,

    /// <summary>Themes by the number of projects.</summary>
    Themes,

    /// <summary>Run times of a town's projects.</summary>
    Timeline,

    /// <summary>Money from the state by town.</summary>
    Money,

    /// <summary>What this installation does at this moment.</summary>
    Live,
}

/// <summary>What the big screen shows, chosen so that it can be read across a room: few lines, the largest first.</summary>
/// <param name="Region">All towns with their projects.</param>
/// <param name="Town">The town whose run times are shown: this one, or the one with most projects when this has none; null when none has any.</param>
/// <param name="HasLive">True when there are figures of this moment.</param>
internal sealed record ScreenTour(RegionShowroom Region, TownShowroom? Town, bool HasLive)
{
    /// <summary>Most lines of a picture.</summary>
    public const int MostLines = 5;

    /// <summary>The pictures in their order; those that would be empty are left out.</summary>
    public IReadOnlyList<ScreenSlide> Slides => [.. Enum.GetValues<ScreenSlide>().Where(slide => slide switch
    {
        ScreenSlide.Themes => Region.Projects is not [],
        ScreenSlide.Timeline => Town is not null,
        ScreenSlide.Money => Money is not [],
        ScreenSlide.Live => HasLive,
        _ => true,
    })];

    /// <summary>Topics with how many projects have them, most first.</summary>
    public IReadOnlyList<(string Name, int Projects)> Topics(Language language) =>
        [.. Region.Projects.GroupBy(project => project.Topic).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).Take(MostLines)
            .Select(group => (Region.Facts.Topics.NameOf(group.Key, language), group.Count()))];

    /// <summary>Guiding themes that a source names.</summary>
    public IReadOnlyList<string> GuidingThemes =>
        [.. Region.Projects.Select(project => project.GuidingTheme?.Value).OfType<string>().Distinct(StringComparer.Ordinal).Take(2)];

    /// <summary>The town with as many of its projects as have room; those with a known beginning come first, the earliest on top.</summary>
    public TownShowroom? Shown => Town is null ? null : Town with { Led = [.. Town.All.OrderBy(project => project.Start?.Value.First ?? DateOnly.MaxValue).Take(MostLines)], Joined = [] };

    /// <summary>How many projects had no room.</summary>
    public int Hidden => Math.Max(0, (Town?.All.Count ?? 0) - MostLines);

    /// <summary>Lead towns with the money from the state that was found, most first.</summary>
    public IReadOnlyList<(string Town, MoneySummary Money)> Money =>
        [.. Region.Leads.Select(lead => (lead.Name, MoneySummary.Of(Region.Projects.Where(project => project.Lead.Ags == lead.Ags)))).Where(row => row.Item2.WithStateShare > 0)
            .OrderByDescending(row => row.Item2.StateCents).Take(MostLines)];

    /// <summary>Which picture stands first: a number from 1, or the first when the words are none.</summary>
    public int SlideOf(string? number) => int.TryParse(number, out var read) && read >= 1 && read <= Slides.Count ? read : 1;
}
