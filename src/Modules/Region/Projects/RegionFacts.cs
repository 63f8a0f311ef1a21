using System.Text.Json;
using System.Text.Json.Serialization;
using Modellstadt.Kernel.Texts;
using Modellstadt.Kernel.Towns;

namespace Modellstadt.Region.Projects;

/// <summary>What ships about the model regions: <c>data/modellregion</c>.</summary>
/// <param name="Municipalities">The towns and districts.</param>
/// <param name="Projects">The projects that were found, with offices and parts.</param>
/// <param name="Occasions">Days on which a town showed certain projects.</param>
/// <param name="Topics">How keywords are spoken.</param>
/// <param name="Programme">What is said of the programme as a whole; null when nothing is.</param>
internal sealed record RegionFacts(
    IReadOnlyList<Municipality> Municipalities, IReadOnlyList<Project> Projects, IReadOnlyList<Occasion> Occasions, Topics Topics, Programme? Programme)
{
    private static readonly JsonSerializerOptions Format = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    /// <summary>Reads the collection; what is not there is empty.</summary>
    /// <param name="directory">The folder with the facts.</param>
    /// <exception cref="InvalidDataException">A file cannot be meant so.</exception>
    public static RegionFacts Read(string directory)
    {
        var folder = Path.Combine(directory, "modellregion");
        var municipalities = CommaRows.Read(Path.Combine(folder, "municipalities.csv")).Select(Municipality.Of).ToList();
        var themes = CommaRows.Read(Path.Combine(folder, "themes.csv")).ToDictionary(row => row["project"], row => new Figure<string>(row["theme"], row["source_url"], ProjectRows.ConfidenceIn(row["source_url"])));
        var projects = CommaRows.Read(Path.Combine(folder, "projects.csv")).Select(row => ProjectRows.Read(row, municipalities, themes)).ToList();
        var occasions = ReadJson<List<Occasion>>(Path.Combine(folder, "occasions.json")) ?? [];
        var topics = new Topics(CommaRows.Read(Path.Combine(folder, "topics.csv")).ToDictionary(row => row["topic"], row => new LocalizedText(row["german"], row["english"])));
        return projects.CountBy(project => project.Id).FirstOrDefault(id => id.Value > 1) is { Key: { } twice }
            ? throw new InvalidDataException($"{folder}: two projects are called {twice}.")
            : new(municipalities, projects, occasions, topics, ReadJson<Programme>(Path.Combine(folder, "programme.json")));
    }

    /// <summary>How many of the projects were found.</summary>
    public int Found => Projects.Count(project => project.Counts);

    /// <summary>The town or district; null when it belongs to no model region.</summary>
    public Municipality? Find(string ags) => Municipalities.FirstOrDefault(town => town.Ags == ags);

    /// <summary>The town of this installation as one that leads projects.</summary>
    public ProjectTown Own(TownOptions town) => new(Find(town.Ags)?.Name ?? town.Name, town.Ags);

    /// <summary>The project with the keys of its towns and the keyword of its topic, where what was typed names one that is known.</summary>
    public Project Resolve(Project typed) => typed with
    {
        Topic = Topics.KeyOf(typed.Topic),
        Partners = [.. typed.Partners.Select(town => town.Ags is null ? town with { Ags = Municipalities.FirstOrDefault(known => known.Name == town.Name)?.Ags } : town)],
    };

    private static T? ReadJson<T>(string path) where T : class => File.Exists(path) ? JsonSerializer.Deserialize<T>(File.ReadAllText(path), Format) : null;
}
