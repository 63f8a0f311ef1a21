using System.Collections.Frozen;

namespace Modellstadt.Region.Similarity;

/// <summary>
/// What a collection of projects says about words: how rare each feature is, which stems stand alone and can be parts of compounds, which words are only
/// names of towns. Never changes once made.
/// </summary>
internal sealed class Lexicon
{
    /// <summary>What follows is cut off: more does not make two projects more alike, and a hostile text would cost time.</summary>
    public const int LongestTitle = 300;

    /// <inheritdoc cref="LongestTitle" />
    public const int LongestText = 8_000;

    /// <summary>So many pieces of a text are kept: measured, more find nothing more, and 100,000 projects shall fit into memory.</summary>
    private const int MostTextGrams = 100;

    private readonly FrozenSet<string> townNames;
    private readonly FrozenDictionary<string, string[]> known;
    private readonly Compounds compounds;
    private readonly FrozenDictionary<uint, float> rarities;
    private readonly float rarest;

    private Lexicon(FrozenSet<string> townNames, FrozenDictionary<string, string[]> known, Compounds compounds, FrozenDictionary<uint, float> rarities, float rarest) =>
        (this.townNames, this.known, this.compounds, this.rarities, this.rarest) = (townNames, known, compounds, rarities, rarest);

    /// <summary>Reads all projects twice: for the words that stand alone, then for how rare each feature is.</summary>
    public static Lexicon Of(IReadOnlyCollection<ProjectText> projects)
    {
        var towns = projects.Select(project => project.Town).Distinct().SelectMany(NamesOf).ToFrozenSet(StringComparer.Ordinal);
        var words = projects.SelectMany(project => GermanWords.Of(Readable(project)).Select(word => word.Folded).Distinct()).CountBy(word => word).ToDictionary(StringComparer.Ordinal);
        var compounds = Compounds.Of(words.Where(word => !towns.Contains(GermanStem.Of(word.Key))));
        // Taking a word apart is slow: those used more than once are kept apart.
        var known = words.Where(word => word.Value > 1).ToFrozenDictionary(word => word.Key, word => Stems(compounds, word.Key), StringComparer.Ordinal);
        var reader = new Lexicon(towns, known, compounds, FrozenDictionary<uint, float>.Empty, 1);
        var rarities = projects.SelectMany(project => reader.Count(project.Title, project.Text).Keys).CountBy(key => key)
            .ToFrozenDictionary(count => count.Key, count => Rarity(projects.Count, count.Value));
        return new Lexicon(towns, known, compounds, rarities, Rarity(projects.Count, 1));
    }

    /// <summary>A project as the index compares it.</summary>
    public IndexedText Read(ProjectText project) => new(project, Read(project.Title, project.Text), TownsIn($"{project.Town} {project.Place}"));

    /// <summary>The features of a text, weighed.</summary>
    public Fingerprint Read(string title, string text)
    {
        var counts = Count(title, text);
        return new Fingerprint(
            SparseVector.Of(counts.TitleGrams, RarityOf), SparseVector.Of(counts.TitleWords, RarityOf),
            SparseVector.Of(counts.AllWords, RarityOf), SparseVector.Of(counts.TextGrams, RarityOf, MostTextGrams));
    }

    /// <summary>The words of a text that can be compared with others, each with its stems (its own first, then those of its parts); without names of towns.</summary>
    public IEnumerable<(string Written, string[] Stems)> Words(string text) =>
        from word in GermanWords.Of(Short(text, LongestText))
        let stems = known.TryGetValue(word.Folded, out var kept) ? kept : Stems(compounds, word.Folded)
        where !townNames.Contains(stems[0]) && !townNames.Contains(word.Folded)
        select (word.Written, stems);

    /// <summary>The towns a text names, each as a feature.</summary>
    public IReadOnlyList<uint> TownsIn(string text) =>
        [.. GermanWords.Of(Short(text, LongestTitle)).Select(word => GermanStem.Of(word.Folded)).Where(townNames.Contains).Select(Feature.OfTown).Distinct()];

    /// <summary>How rare a stem is among all projects; what none uses is the rarest.</summary>
    public float RarityOf(string stem) => RarityOf(Feature.OfText(stem));

    private float RarityOf(uint key) => rarities.GetValueOrDefault(key, rarest);

    private static float Rarity(int all, int with) => MathF.Log(1 + ((float)Math.Max(all, 1) / with));

    private static string[] Stems(Compounds compounds, string word) => [GermanStem.Of(word), .. compounds.Parts(word)];

    private FeatureCounts Count(string title, string text)
    {
        var counts = new FeatureCounts();
        foreach (var (_, stems) in Words(Short(title, LongestTitle)))
            counts.AddTitle(stems);
        foreach (var (_, stems) in Words(text))
            counts.AddText(stems);
        return counts;
    }

    /// <summary><c>Köln</c> and <c>Kölner</c>, not the <c>Stadt</c> before it.</summary>
    private static IEnumerable<string> NamesOf(string town) =>
        from name in GermanWords.Of(town).Select(word => word.Folded)
        where name.Length > 3 && name is not ("stadt" or "kreis" or "gemeinde")
        from form in new[] { name, name + "er", name + "s" }
        from known in new[] { form, GermanStem.Of(form) }
        select known;

    private static string Readable(ProjectText project) => $"{Short(project.Title, LongestTitle)} {Short(project.Text, LongestText)}";

    private static string Short(string text, int longest) => text.Length <= longest ? text : text[..longest];
}
