using Modellstadt.Region.Similarity;

namespace Modellstadt.Bench.Projects;

/// <summary>Projects by number, always the same: German compounds of 60 × 60 parts, sentences of 40 words, 396 towns, 300 topics.</summary>
internal static class MadeUpProjects
{
    private const int Towns = 396;
    private const int Topics = 300;
    private const int Words = 40;

    private static readonly string[] Parts =
    [
        "bewohner", "parken", "ausweis", "verkehr", "schule", "kinder", "garten", "strasse", "licht", "abfall", "wasser", "energie", "daten", "bürger", "service", "rathaus", "museum", "sport", "halle",
        "wald", "umwelt", "klima", "messung", "karte", "plan", "bau", "antrag", "portal", "sensor", "netz", "rad", "weg", "bus", "linie", "bahn", "hof", "markt", "platz", "fest", "kultur", "bücherei",
        "archiv", "feuerwehr", "rettung", "pflege", "jugend", "senioren", "haus", "wohnung", "arbeit", "gewerbe", "steuer", "haushalt", "wahl", "gremium", "sitzung", "brücke", "tunnel", "fluss", "ufer",
    ];

    /// <summary>One of them.</summary>
    public static ProjectText Project(int number) =>
        new($"{number:D6}", $"Ort{Letters(number % Towns)}", $"{Word(number, 0)} und {Word(number, 1)}", Sentence(number, 0, Words), $"{Word(number % Topics, 2)} - {Word(number % Topics, 3)}");

    /// <summary>Two words that some project has, one of them in another form.</summary>
    public static string Query(int number) => $"{Word(number * 31, 0)}en {Word(number * 31, 1)}";

    /// <summary>What somebody writes who means the project of this number: its title turned around, half its words.</summary>
    public static ProjectDraft Draft(int number) => new($"{Word(number, 1)} mit {Word(number, 0)}", Sentence(number, Words / 2, Words));

    private static string Sentence(int number, int from, int to) => string.Join(' ', Enumerable.Range(from, to - from).Select(place => Word(number, place + 4)));

    /// <summary>A compound; small parts of the numbers are common, so that words are used as unevenly as real ones.</summary>
    private static string Word(int number, int place)
    {
        var mixed = (uint)(((number + 1) * 2_654_435_761L) ^ ((place + 1) * 40_503L * 7_919L));
        var (first, second) = ((int)(mixed % (uint)Parts.Length), (int)(mixed / 97 % (uint)Parts.Length));
        return (mixed / 9_409 % 4) switch
        {
            0 => Parts[first * second / Parts.Length],
            1 => Parts[first * second / Parts.Length] + Parts[first],
            2 => Parts[first] + Parts[second],
            _ => Parts[first] + Parts[second] + Letters((int)(mixed % 20)),
        };
    }

    private static string Letters(int number) => string.Concat(new[] { number / 676, number / 26 % 26, number % 26 }.Select(letter => (char)('a' + letter)));
}
