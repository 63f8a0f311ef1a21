using Modellstadt.Region.Projects;

namespace Modellstadt.Region.Showroom;

/// <summary>The guiding themes (Leitthemen) that towns name for their digital projects: <c>guiding-themes.csv</c>.</summary>
internal sealed record GuidingThemes(IReadOnlyList<GuidingTheme> Themes)
{
    /// <summary>Reads the collection; no themes when it is not there.</summary>
    /// <param name="directory">The folder with the facts.</param>
    public static GuidingThemes Read(string directory) =>
        new([.. CommaRows.Read(Path.Combine(directory, "modellregion", "guiding-themes.csv")).Select(row => new GuidingTheme(row["town_ags"], row["theme"], row["source_url"]))]);

    /// <summary>
    /// Projects below the themes of their town, in its order; then themes that only a project names; last what no source puts below one.
    /// </summary>
    /// <param name="ags">Amtlicher Gemeindeschlüssel of the town.</param>
    /// <param name="projects">Those that it leads.</param>
    public ThemedTown Sort(string ags, IReadOnlyList<Project> projects)
    {
        var named = Themes.Where(theme => theme.Town == ags).ToList();
        var others = projects.Select(project => project.GuidingTheme).OfType<Figure<string>>().DistinctBy(theme => theme.Value)
            .Where(theme => named.All(known => known.Name != theme.Value)).Select(theme => new GuidingTheme(ags, theme.Value, theme.Source));
        var below = named.Concat(others).Select(theme => new ThemedProjects(theme, [.. projects.Where(project => project.GuidingTheme?.Value == theme.Name)])).ToList();
        var left = projects.Where(project => project.GuidingTheme is null).ToList();
        return new([.. below.Where(theme => theme.Projects is not []), .. left is [] ? Array.Empty<ThemedProjects>() : [new ThemedProjects(null, left)]], [.. below.Where(theme => theme.Projects is []).Select(theme => theme.Theme!)]);
    }
}

/// <summary>A guiding theme of a town.</summary>
/// <param name="Town">Amtlicher Gemeindeschlüssel.</param>
/// <param name="Name">As the town says it.</param>
/// <param name="Source">Where it stands.</param>
internal sealed record GuidingTheme(string Town, string Name, string Source);

/// <summary>A theme with its projects.</summary>
/// <param name="Theme">The theme; null for projects that no source puts below one.</param>
/// <param name="Projects">In the order they came.</param>
internal sealed record ThemedProjects(GuidingTheme? Theme, IReadOnlyList<Project> Projects);

/// <summary>A town's projects by theme.</summary>
/// <param name="Filled">Themes with projects.</param>
/// <param name="Empty">Themes of the town for which none was found: that is said, too.</param>
internal sealed record ThemedTown(IReadOnlyList<ThemedProjects> Filled, IReadOnlyList<GuidingTheme> Empty);
