// publiccode.yml 0.7 (June 2026): the core schema; YAML 1.2, whose double-quoted scalars are the strings of JSON.
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Modellstadt.Kernel.Towns;
using Modellstadt.Region.Projects;
using Modellstadt.Region.Showroom;

namespace Modellstadt.Region.Exchange;

/// <summary>
/// A project's software as <c>publiccode.yml</c>, out of what the register knows. What the standard demands and the register does not know is
/// named in a comment on top and left out: nothing is made up, so the file may be unfinished and says so.
/// </summary>
internal sealed class PubliccodeFile
{
    /// <summary>The version of the standard.</summary>
    public const string Version = "0.7";

    private const int LongestShort = 150;
    private const int ShortestLong = 150;
    private const int Line = 120;

    private static readonly JsonSerializerOptions Quoted = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly List<string> missing = [];
    private readonly StringBuilder body = new();

    private PubliccodeFile()
    {
    }

    /// <summary>What the standard demands and the register does not know, as the standard writes keys: <c>legal/license</c>.</summary>
    public IReadOnlyList<string> Missing => missing;

    /// <summary>The file.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Writes the file of a project whose result is software.</summary>
    public static PubliccodeFile Of(Project project, SoftwareResult software, TownOptions town)
    {
        var file = new PubliccodeFile();
        file.Scalar("publiccodeYmlVersion", Version);
        file.Scalar("name", project.Title);
        file.Demand("url", software.Repository?.Value);
        file.Scalar("landingURL", town.At(ShowroomAddresses.OfProject(project)));
        file.Demand("platforms", List(software.Platforms), quoted: false);
        file.Demand("developmentStatus", StatusOf(project.State.Value));
        file.Demand("softwareType", software.Kind?.Value);
        if (project.Lead.Ags == town.Ags)
            file.Section("organisation", ("uri", Quote(town.At(ShowroomAddresses.OfTown(town.Ags)))), ("name", Quote(town.Name)));
        file.Describe(project, software);
        file.Section("legal", ("license", file.Demanded("legal/license", software.Licence?.Value)));
        file.Section("maintenance", ("type", file.Demanded("maintenance/type", software.Maintenance?.Value)));
        file.DemandPeople(software.Maintenance?.Value);
        file.Speak(software);
        file.Text = file.Heading(project, town) + file.body;
        return file;
    }

    /// <summary>How far the software is, as far as the state of the project tells: that a project is completed does not say that its software is in use.</summary>
    private static string? StatusOf(ProjectState state) => state switch
    {
        ProjectState.Preparation or ProjectState.Concept => "concept",
        ProjectState.Implementation => "development",
        _ => null,
    };

    private void Describe(Project project, SoftwareResult software)
    {
        body.Append("description:\n  de:\n");
        Scalar("localisedName", project.Title, 4);
        if (Short(project.Summary) is { } brief)
            Scalar("shortDescription", brief, 4);
        else
            missing.Add("description/de/shortDescription");
        if (project.Summary.Length >= ShortestLong)
            Scalar("longDescription", project.Summary, 4);
        else
            missing.Add("description/de/longDescription");
        if (List(software.Features) is { } features)
            Raw("features", features, 4);
        else
            missing.Add("description/de/features");
    }

    /// <summary>The standard demands persons, or a company with the day on which its contract ends; the register names roles only.</summary>
    private void DemandPeople(string? maintenance)
    {
        if (maintenance is "internal" or "community")
            missing.Add("maintenance/contacts");
        if (maintenance is "contract")
            missing.Add("maintenance/contractors");
    }

    /// <summary>Software that speaks two languages is ready for more; of software that speaks one nobody knows.</summary>
    private void Speak(SoftwareResult software)
    {
        var languages = software.Languages is { } known ? SoftwareResult.Parts(known.Value) : [];
        if (languages.Count < 2)
            missing.Add("localisation/localisationReady");
        Section("localisation", ("localisationReady", languages.Count < 2 ? null : "true"), ("availableLanguages", Demanded("localisation/availableLanguages", List(software.Languages), quoted: false)));
    }

    private string Heading(Project project, TownOptions town)
    {
        var heading = new StringBuilder().Append(CultureInfo.InvariantCulture, $"# publiccode.yml {Version} out of the register of projects: {town.At(ShowroomAddresses.OfProject(project))}\n");
        if (missing.Count == 0)
            return heading.ToString();

        heading.Append("# Unfinished. The standard demands what the register does not know:");
        var length = Line;
        foreach (var key in missing)
        {
            length += key.Length + 2;
            heading.Append(length > Line ? "\n#   " : ", ").Append(key);
            length = length > Line ? key.Length + 4 : length;
        }

        return heading.Append('\n').ToString();
    }

    /// <summary>The text as it stands when it is short, else its first sentence; null when that is too long as well.</summary>
    private static string? Short(string text)
    {
        if (text.Length is > 0 and <= LongestShort)
            return text;
        var end = text.IndexOf(". ", StringComparison.Ordinal);
        return end is > 0 and < LongestShort ? text[..(end + 1)] : null;
    }

    private void Demand(string key, string? value, bool quoted = true)
    {
        if (Demanded(key, value, quoted) is { } known)
            Raw(key, known, 0);
    }

    /// <summary>The value for the file; null, and named as missing, when it is not known.</summary>
    private string? Demanded(string key, string? value, bool quoted = true)
    {
        if (value is null)
            missing.Add(key);
        return value is null || !quoted ? value : Quote(value);
    }

    private void Section(string name, params (string Key, string? Value)[] values)
    {
        if (Array.TrueForAll(values, value => value.Value is null))
            return;
        body.Append(CultureInfo.InvariantCulture, $"{name}:\n");
        foreach (var (key, value) in values.Where(value => value.Value is not null))
            Raw(key, value!, 2);
    }

    private void Scalar(string key, string value, int indent = 0) => Raw(key, Quote(value), indent);

    private void Raw(string key, string value, int indent) => body.Append(' ', indent).Append(CultureInfo.InvariantCulture, $"{key}: {value}\n");

    private static string? List(Figure<string>? figure) => figure is null ? null : $"[{string.Join(", ", SoftwareResult.Parts(figure.Value).Select(Quote))}]";

    private static string Quote(string text) => JsonSerializer.Serialize(text, Quoted);
}
