using Modellstadt.Region.Projects;
using Modellstadt.Region.Showroom;
using Modellstadt.Testing;

namespace Modellstadt.Region.Tests.Showroom;

/// <summary>Projects by guiding theme.</summary>
public sealed class GuidingThemesTests
{
    private const string Gelsenkirchen = "05513000";

    private static readonly GuidingThemes Themes = GuidingThemes.Read(ProductFiles.PathOf("data"));
    private static readonly IReadOnlyList<Project> Led = [.. RegionFacts.Read(ProductFiles.PathOf("data")).Projects.Where(project => project.Counts && project.Lead.Ags == Gelsenkirchen)];

    [Fact]
    public void Every_project_stands_once_and_below_a_theme_only_when_a_source_puts_it_there()
    {
        var sorted = Themes.Sort(Gelsenkirchen, Led).Filled;

        Assert.Equal(Led.Order(Comparer<Project>.Create((one, other) => string.CompareOrdinal(one.Id, other.Id))), sorted.SelectMany(theme => theme.Projects).OrderBy(project => project.Id, StringComparer.Ordinal));
        Assert.All(sorted.Where(theme => theme.Theme is not null), theme => Assert.All(theme.Projects, project => Assert.Equal(theme.Theme!.Name, project.GuidingTheme!.Value)));
        Assert.Equal(["open-innovation-lab-oil"], sorted.Single(theme => theme.Theme?.Name == "Open Innovation Lab").Projects.Select(project => project.Id));
        Assert.Null(sorted[^1].Theme);
    }

    [Fact]
    public void Themes_keep_the_towns_order_and_those_without_a_project_are_named()
    {
        var sorted = Themes.Sort(Gelsenkirchen, Led);
        Assert.Equal(["Digitale und bürgerorientierte Verwaltung", "Open Innovation Lab", null], sorted.Filled.Select(theme => theme.Theme?.Name));
        Assert.Equal(["Energie und Umwelt", "Lebensqualität und Teilhabe", "Smarte und nachhaltige Mobilität", "Smarte Wirtschaft"], sorted.Empty.Select(theme => theme.Name));
        Assert.All(Themes.Themes, theme => Assert.StartsWith("https://", theme.Source, StringComparison.Ordinal));
    }

    [Fact]
    public void A_theme_that_only_a_project_names_stands_behind_those_of_the_town_and_a_town_without_themes_has_one_list()
    {
        var own = Led[0] with { GuidingTheme = new("Neues Thema", "https://example.org", Confidence.High) };

        Assert.Equal("Neues Thema", Themes.Sort(Gelsenkirchen, [own]).Filled[^1].Theme!.Name);
        Assert.Null(Assert.Single(Themes.Sort("05124000", [Led[0] with { GuidingTheme = null }]).Filled).Theme);
        Assert.Empty(Themes.Sort("05124000", []).Filled);
    }
}
