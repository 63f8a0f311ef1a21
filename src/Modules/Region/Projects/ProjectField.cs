using System.Text.Json;

namespace Modellstadt.Region.Projects;

/// <summary>Where a new figure comes from.</summary>
/// <param name="Source">An address, or words that name the source; empty when nobody said.</param>
/// <param name="Confidence">How far it can be relied on.</param>
internal sealed record Stated(string Source, Confidence Confidence)
{
    /// <summary>A figure with this source.</summary>
    public Figure<T> Of<T>(T value) where T : notnull => new(value, Source, Confidence);
}

/// <summary>A field of a project that its project office changes, as text.</summary>
/// <param name="Name">As forms name it.</param>
/// <param name="IsFigure">True when it has a source of its own.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Show">The present text; empty when unknown.</param>
/// <param name="Put">The project with a new text; null when the text cannot be meant so.</param>
internal sealed record ProjectField(string Name, bool IsFigure, Func<ProjectTexts, string> Label, Func<Project, string> Show, Func<Project, string, Stated, Project?> Put)
{
    /// <summary>Longest line, characters: readers of the feed take none that is longer.</summary>
    public const int LongestLine = 300;

    /// <summary>Longest text of several lines, characters.</summary>
    public const int LongestText = 2000;

    /// <summary>Most towns that take part, or recipients.</summary>
    private const int MostNames = 30;

    /// <summary>True when it has several lines.</summary>
    public bool IsLong { get; private init; }

    /// <summary>True when it is about a result that is software.</summary>
    public bool IsOfSoftware => Name.StartsWith("software_", StringComparison.Ordinal);

    /// <summary>Longest text, characters.</summary>
    public int Longest => IsLong ? LongestText : LongestLine;

    /// <summary>All of them in the order of the form.</summary>
    public static IReadOnlyList<ProjectField> All { get; } =
    [
        Required("title", texts => texts.Title, project => project.Title, (project, text) => project with { Title = text }),
        Required("summary", texts => texts.Summary, project => project.Summary, (project, text) => project with { Summary = text }) with { IsLong = true },
        Required("topic", texts => texts.Topic, project => project.Topic, (project, text) => project with { Topic = text }),
        Words("guiding_theme", texts => texts.GuidingTheme, project => project.GuidingTheme, (project, words) => project with { GuidingTheme = words }),
        Choice("pillar", texts => texts.PillarLabel, project => project.Pillar, (project, pillar) => project with { Pillar = pillar }),
        Choice("state", texts => texts.State, project => project.State, (project, state) => project with { State = state }),
        // A town that took part already keeps its key.
        Lines("partners", texts => texts.Partners, project => project.Partners.Select(town => town.Name),
            (project, names) => project with { Partners = [.. names.Select(name => project.Partners.FirstOrDefault(town => town.Name == name) ?? new ProjectTown(name, null))] }),
        Lines("recipients", texts => texts.Recipients, project => project.Recipients, (project, names) => project with { Recipients = names }),
        Date("start", texts => texts.Start, project => project.Start, (project, date) => project with { Start = date }),
        Date("end", texts => texts.End, project => project.End, (project, date) => project with { End = date }),
        Date("granted_on", texts => texts.GrantedOn, project => project.GrantedOn, (project, date) => project with { GrantedOn = date }),
        Sum("total", texts => texts.Total, project => project.Total, (project, sum) => project with { Total = sum }),
        Sum("state_share", texts => texts.StateShare, project => project.StateShare, (project, sum) => project with { StateShare = sum }),
        Words("transferable_result", texts => texts.TransferableResult, project => project.TransferableResult, (project, words) => project with { TransferableResult = words }) with { IsLong = true },
        Date("transferable_from", texts => texts.TransferableFrom, project => project.TransferableFrom, (project, date) => project with { TransferableFrom = date }),
        new("documents", false, texts => texts.Documents, project => ProjectDocument.Show(project.Documents),
            (project, text, _) => ProjectDocument.Read(text) is { } documents ? project with { Documents = documents } : null) { IsLong = true },
        Optional("contact_role", texts => texts.ContactRole, project => project.ContactRole, (project, text) => project with { ContactRole = text }),
        Software("software_url", texts => texts.SoftwareAddress, software => software.Repository, (software, text) => software with { Repository = text }, SoftwareResult.IsAddress),
        Software("software_licence", texts => texts.SoftwareLicence, software => software.Licence, (software, text) => software with { Licence = text }, SoftwareResult.IsLicence),
        Software("software_kind", texts => texts.SoftwareKind, software => software.Kind, (software, text) => software with { Kind = text }, SoftwareResult.IsKind),
        Software("software_platforms", texts => texts.SoftwarePlatforms, software => software.Platforms, (software, text) => software with { Platforms = text }, SoftwareResult.IsList),
        Software("software_languages", texts => texts.SoftwareLanguages, software => software.Languages, (software, text) => software with { Languages = text }, SoftwareResult.AreLanguages),
        Software("software_features", texts => texts.SoftwareFeatures, software => software.Features, (software, text) => software with { Features = text }, SoftwareResult.IsList) with { IsLong = true },
        Software("software_maintenance", texts => texts.SoftwareMaintenance, software => software.Maintenance, (software, text) => software with { Maintenance = text }, SoftwareResult.IsMaintenance),
    ];

    /// <summary>The fields in which two states differ.</summary>
    public static IEnumerable<ProjectField> Differing(Project one, Project other) => All.Where(field => field.Show(one) != field.Show(other));

    /// <summary>What people call a field.</summary>
    public static string LabelOf(string name, ProjectTexts texts) => All.FirstOrDefault(field => field.Name == name)?.Label(texts) ?? name;

    /// <summary>The text of a choice: <c>programme-ended</c>.</summary>
    public static string WordOf<T>(T choice) where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(choice.ToString());

    /// <summary>The choice of a text; null when there is none.</summary>
    public static T? ChoiceOf<T>(string? word) where T : struct, Enum => Enum.GetValues<T>().Where(choice => WordOf(choice) == word).Select(choice => (T?)choice).FirstOrDefault();

    private static ProjectField Required(string name, Func<ProjectTexts, string> label, Func<Project, string> show, Func<Project, string, Project> put) =>
        new(name, false, label, show, (project, text, _) => text.Length == 0 ? null : put(project, text));

    private static ProjectField Optional(string name, Func<ProjectTexts, string> label, Func<Project, string?> show, Func<Project, string?, Project> put) =>
        new(name, false, label, project => show(project) ?? "", (project, text, _) => put(project, text.Length == 0 ? null : text));

    private static ProjectField Words(string name, Func<ProjectTexts, string> label, Func<Project, Figure<string>?> show, Func<Project, Figure<string>?, Project> put) =>
        new(name, true, label, project => show(project)?.Value ?? "", (project, text, stated) => put(project, text.Length == 0 ? null : stated.Of(text)));

    /// <summary>Names, each on a line of its own.</summary>
    private static ProjectField Lines(string name, Func<ProjectTexts, string> label, Func<Project, IEnumerable<string>> show, Func<Project, IReadOnlyList<string>, Project> put) =>
        new(name, false, label, project => string.Join('\n', show(project)), (project, text, _) => NamesIn(text) is { } names ? put(project, names) : null) { IsLong = true };

    private static IReadOnlyList<string>? NamesIn(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is { Length: <= MostNames } names && names.All(name => name.Length <= LongestLine) ? names : null;

    private static ProjectField Choice<T>(string name, Func<ProjectTexts, string> label, Func<Project, Figure<T>> show, Func<Project, Figure<T>, Project> put) where T : struct, Enum =>
        new(name, true, label, project => WordOf(show(project).Value), (project, text, stated) => ChoiceOf<T>(text) is { } choice ? put(project, stated.Of(choice)) : null);

    private static ProjectField Date(string name, Func<ProjectTexts, string> label, Func<Project, Figure<PartialDate>?> show, Func<Project, Figure<PartialDate>?, Project> put) =>
        Figure(name, label, show, put, date => date.ToString(), PartialDate.Read);

    private static ProjectField Sum(string name, Func<ProjectTexts, string> label, Func<Project, Figure<Amount>?> show, Func<Project, Figure<Amount>?, Project> put) =>
        Figure(name, label, show, put, AmountText.Show, AmountText.Read);

    /// <summary>A project whose result has no field left is none that is software.</summary>
    private static ProjectField Software(
        string name, Func<ProjectTexts, string> label, Func<SoftwareResult, Figure<string>?> show, Func<SoftwareResult, Figure<string>?, SoftwareResult> put, Func<string, bool> isSound)
    {
        Project With(Project project, Figure<string>? figure) => put(project.Software ?? SoftwareResult.None, figure) is var software && software.Figures.Any()
            ? project with { Software = software }
            : project with { Software = null };
        return new(name, true, label, project => show(project.Software ?? SoftwareResult.None)?.Value ?? "",
            (project, text, stated) => text.Length == 0 ? With(project, null) : isSound(text) ? With(project, stated.Of(text)) : null);
    }

    private static ProjectField Figure<T>(
        string name, Func<ProjectTexts, string> label, Func<Project, Figure<T>?> show, Func<Project, Figure<T>?, Project> put, Func<T, string> write, Func<string, T?> read) where T : struct =>
        new(name, true, label, project => show(project) is { } figure ? write(figure.Value) : "",
            (project, text, stated) => text.Length == 0 ? put(project, null) : read(text) is { } value ? put(project, stated.Of(value)) : null);
}
