using System.Text.RegularExpressions;

namespace Modellstadt.Region.Projects;

/// <summary>The transferable result of a project, where it is software. What is not known is null.</summary>
internal sealed partial record SoftwareResult
{
    /// <summary>What is not software, or not known to be.</summary>
    public static SoftwareResult None { get; } = new();

    /// <summary>The kinds that <c>publiccode.yml</c> 0.7 knows.</summary>
    public static IReadOnlyList<string> Kinds { get; } =
        ["standalone/mobile", "standalone/iot", "standalone/desktop", "standalone/web", "standalone/backend", "standalone/other", "addon", "library", "configurationFiles"];

    /// <summary>The ways of looking after software that <c>publiccode.yml</c> 0.7 knows.</summary>
    public static IReadOnlyList<string> WaysOfMaintenance { get; } = ["internal", "contract", "community", "none"];

    private const char Separator = ';';
    private const int MostParts = 30;

    /// <summary>Where its source lies.</summary>
    public Figure<string>? Repository { get; init; }

    /// <summary>SPDX expression.</summary>
    public Figure<string>? Licence { get; init; }

    /// <summary>One of <see cref="Kinds"/>.</summary>
    public Figure<string>? Kind { get; init; }

    /// <summary>What its users use it with: <c>web; android</c>.</summary>
    public Figure<string>? Platforms { get; init; }

    /// <summary>The languages it speaks, BCP 47: <c>de; en</c>.</summary>
    public Figure<string>? Languages { get; init; }

    /// <summary>What it can do, for those who decide: separated by semicolons.</summary>
    public Figure<string>? Features { get; init; }

    /// <summary>One of <see cref="WaysOfMaintenance"/>.</summary>
    public Figure<string>? Maintenance { get; init; }

    /// <summary>Everything that is known of it.</summary>
    public IEnumerable<Figure<string>> Figures => new[] { Repository, Licence, Kind, Platforms, Languages, Features, Maintenance }.OfType<Figure<string>>();

    /// <summary>True when each field holds what it can mean.</summary>
    public bool IsSound =>
        (Repository is null || IsAddress(Repository.Value)) && (Licence is null || IsLicence(Licence.Value)) && (Kind is null || IsKind(Kind.Value))
        && (Platforms is null || IsList(Platforms.Value)) && (Languages is null || AreLanguages(Languages.Value)) && (Features is null || IsList(Features.Value))
        && (Maintenance is null || IsMaintenance(Maintenance.Value));

    /// <summary>The parts of a field that holds several.</summary>
    public static IReadOnlyList<string> Parts(string text) => text.Split(Separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>An address of the web, without a name and password in it.</summary>
    public static bool IsAddress(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && address is { Scheme: "https" or "http", UserInfo: "" };

    /// <summary>Licences joined by AND, OR and WITH; whether SPDX knows each name is not looked up.</summary>
    public static bool IsLicence(string text) => Expression().IsMatch(text);

    /// <summary>One of <see cref="Kinds"/>.</summary>
    public static bool IsKind(string text) => Kinds.Contains(text);

    /// <summary>Some parts, not too many.</summary>
    public static bool IsList(string text) => Parts(text).Count is > 0 and <= MostParts;

    /// <summary>Tags of languages.</summary>
    public static bool AreLanguages(string text) => IsList(text) && Parts(text).All(part => Tag().IsMatch(part));

    /// <summary>One of <see cref="WaysOfMaintenance"/>.</summary>
    public static bool IsMaintenance(string text) => WaysOfMaintenance.Contains(text);

    [GeneratedRegex(@"^\(?[A-Za-z0-9][A-Za-z0-9.+-]{0,60}\)?( (AND|OR|WITH) \(?[A-Za-z0-9][A-Za-z0-9.+-]{0,60}\)?){0,8}$")]
    private static partial Regex Expression();

    [GeneratedRegex("^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,4}$")]
    private static partial Regex Tag();
}
