using System.Globalization;
using System.Text;

namespace Modellstadt.Region.Projects;

/// <summary>Makes projects of the rows of <c>projects.csv</c>. What a cell leaves empty stays unknown.</summary>
internal static class ProjectRows
{
    /// <summary>Who is named as source of what the collection itself has decided.</summary>
    public const string OwnAssignment = "data/modellregion/README.md";

    /// <summary>Reads a row.</summary>
    /// <param name="row">The cells by their names.</param>
    /// <param name="municipalities">Whose keys are known.</param>
    /// <param name="themes">Guiding themes that a source names, by project.</param>
    public static Project Read(IReadOnlyDictionary<string, string> row, IReadOnlyList<Municipality> municipalities, IReadOnlyDictionary<string, Figure<string>> themes)
    {
        var (id, source) = (IdOf(row["name"]), row["source_url"]);
        var sheet = ConfidenceIn(source);
        return new Project
        {
            Id = id,
            Title = row["name"],
            TitleIsOfficial = row["title_kind"] is not "descriptive",
            Kind = row["title_kind"] switch { "project-office" => ProjectKind.ProjectOffice, "subproject" => ProjectKind.Subproject, _ => ProjectKind.Project },
            Lead = TownOf(row["lead_municipality"], municipalities),
            Partners = [.. List(row["partner_municipalities"]).Select(name => TownOf(name, municipalities))],
            Recipients = List(row["grant_recipient"]),
            // No source names the pillar of a project: the collection has assigned it.
            Pillar = new(row["pillar"] is "e-government" ? Pillar.EGovernment : Pillar.SmartCity, OwnAssignment, Confidence.Low),
            Topic = row["topic"],
            GuidingTheme = themes.GetValueOrDefault(id),
            State = row["status"] is "completed" ? new(ProjectState.Done, source, sheet) : new(ProjectState.ProgrammeEnded, OwnAssignment, Confidence.Low),
            Start = DateIn(row["start"], source, sheet),
            End = DateIn(row["end"], source, sheet),
            GrantedOn = DateIn(row["grant_date"], source, sheet),
            Total = AmountIn(row["total_eur"], row["amount_precision"], source),
            StateShare = AmountIn(row["state_eur"], row["amount_precision"], source),
            TransferableFrom = DateIn(row["transfer_from"], source, sheet),
            ContactRole = row["contact_role"] is { Length: > 0 } role ? role : null,
            Summary = row["summary"],
            Source = source,
        };
    }

    /// <summary>A title as it stands in addresses: <c>Smartphone-Bürger-ID</c> becomes <c>smartphone-buerger-id</c>.</summary>
    public static string IdOf(string title)
    {
        var id = new StringBuilder();
        foreach (var letter in title.ToLowerInvariant())
        {
            if (Spelled(letter) is { Length: > 0 } spelled)
                id.Append(spelled);
            else if (id.Length > 0 && id[^1] != '-')
                id.Append('-');
        }

        return id.ToString().Trim('-');
    }

    private static string Spelled(char letter) => letter switch
    {
        'ä' => "ae",
        'ö' => "oe",
        'ü' => "ue",
        'ß' => "ss",
        _ when char.IsAsciiLetterOrDigit(letter) => letter.ToString(),
        _ => "",
    };

    private static IReadOnlyList<string> List(string cell) => cell.Split('|', StringSplitOptions.RemoveEmptyEntries);

    private static ProjectTown TownOf(string name, IReadOnlyList<Municipality> municipalities) =>
        new(name, municipalities.FirstOrDefault(town => town.Name == name)?.Ags);

    private static Figure<PartialDate>? DateIn(string cell, string source, Confidence confidence) => cell is ""
        ? null
        : new(PartialDate.Read(cell) ?? throw new InvalidDataException($"{cell} is no date."), source, confidence);

    /// <summary>Exact sums come from the profile sheet, rounded ones from the press.</summary>
    private static Figure<Amount>? AmountIn(string cell, string precision, string source) => cell is ""
        ? null
        : new(
            new Amount((long)(decimal.Parse(cell, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) * 100), precision is not "exact"),
            source,
            precision is "exact" ? Confidence.High : Confidence.Medium);

    /// <summary>The profile sheets of the KDN are what the projects said of themselves.</summary>
    public static Confidence ConfidenceIn(string source) =>
        new Uri(source).Host is var host && (host == "kdn.de" || host.EndsWith(".kdn.de", StringComparison.Ordinal)) ? Confidence.High : Confidence.Medium;
}
