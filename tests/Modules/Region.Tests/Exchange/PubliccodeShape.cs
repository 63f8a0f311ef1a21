using System.Text.RegularExpressions;
using YamlDotNet.Serialization;

namespace Modellstadt.Region.Tests.Exchange;

/// <summary>What publiccode.yml 0.7 demands of a file, said anew.</summary>
internal static partial class PubliccodeShape
{
    private static readonly string[] Kinds =
        ["standalone/mobile", "standalone/iot", "standalone/desktop", "standalone/web", "standalone/backend", "standalone/other", "addon", "library", "configurationFiles"];

    /// <summary>The file as YAML.</summary>
    public static Dictionary<object, object> Read(string yaml) => new DeserializerBuilder().Build().Deserialize<Dictionary<object, object>>(yaml);

    /// <summary>The keys that are not there, or hold what they may not; none for a sound file.</summary>
    public static IReadOnlyList<string> Breaks(string yaml)
    {
        var file = Read(yaml);
        var described = Section(file, "description");
        var german = described.TryGetValue("de", out var words) ? (Dictionary<object, object>)words : [];
        var maintenance = Section(file, "maintenance");
        (string Key, bool Holds)[] rules =
        [
            ("publiccodeYmlVersion", Text(file, "publiccodeYmlVersion") is "0.7"),
            ("name", Text(file, "name") is { Length: > 0 }),
            ("url", IsAddress(Text(file, "url"))),
            ("landingURL", !file.ContainsKey("landingURL") || IsAddress(Text(file, "landingURL"))),
            ("platforms", List(file, "platforms").Count > 0),
            ("developmentStatus", Text(file, "developmentStatus") is "concept" or "development" or "beta" or "stable" or "obsolete"),
            ("softwareType", Kinds.Contains(Text(file, "softwareType"))),
            ("organisation", !file.ContainsKey("organisation") || IsAddress(Text(Section(file, "organisation"), "uri"))),
            ("description/de/shortDescription", Text(german, "shortDescription") is { Length: > 0 and <= 150 }),
            ("description/de/longDescription", Text(german, "longDescription") is { Length: >= 150 and <= 10_000 }),
            ("description/de/features", List(german, "features").Count > 0),
            ("legal/license", Text(Section(file, "legal"), "license") is { Length: > 0 }),
            ("maintenance/type", Text(maintenance, "type") is "internal" or "contract" or "community" or "none"),
            ("maintenance/contacts", Text(maintenance, "type") is not ("internal" or "community") || maintenance.ContainsKey("contacts")),
            ("maintenance/contractors", (Text(maintenance, "type") is "contract") == maintenance.ContainsKey("contractors")),
            ("localisation/localisationReady", Text(Section(file, "localisation"), "localisationReady") is "true" or "false"),
            ("localisation/availableLanguages", List(Section(file, "localisation"), "availableLanguages") is { Count: > 0 } languages && languages.All(language => Tag().IsMatch(language))),
        ];
        return [.. rules.Where(rule => !rule.Holds).Select(rule => rule.Key)];
    }

    private static Dictionary<object, object> Section(Dictionary<object, object> file, string key) => file.TryGetValue(key, out var section) ? (Dictionary<object, object>)section : [];

    private static string? Text(Dictionary<object, object> file, string key) => file.GetValueOrDefault(key) as string;

    private static IReadOnlyList<string> List(Dictionary<object, object> file, string key) => file.GetValueOrDefault(key) is List<object> list ? [.. list.OfType<string>()] : [];

    private static bool IsAddress(string? text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "https" or "http";

    [GeneratedRegex("^[a-z]{2,3}(-[A-Za-z0-9]+)*$")]
    private static partial Regex Tag();
}
