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

    private readonly FrozenSet<string> townNames;
    private readonly Compounds compounds;
    private readonly FrozenDictionary<uint, float> rarities;
    private readonly float rarest;

    private Lexicon(FrozenSet<string> townNames, Compounds compounds, FrozenDictionary<uint, float> rarities, float rarest) =>
        (this.townNames, this.compounds, this.rarities, this.rarest) = (townNames, compounds, rarities, rarest);

    /// <summary>Reads all projects twice: for the words that stand alone, then for how rare each feature is.</summary>
    public static Lexicon Of(IReadOnlyCollection<ProjectText> projects)
    {
        var towns = projects.Select(project => project.Town).Distinct().SelectMany(NamesOf).ToFrozenSet(StringComparer.Ordinal);
        var alone = projects.SelectMany(project => GermanWords.Of($"{Short(project.Title, LongestTitle)} {Short(project.Text, LongestText)}").Select(word => GermanStem.Of(word.Folded)).Distinct())
            .CountBy(stem => stem).Where(stem => !towns.Contains(stem.Key)).ToFrozenDictionary(StringComparer.Ordinal);
        var reader = new Lexicon(towns, new Compounds(alone), FrozenDictionary<uint, float>.Empty, 1);
        var rarities = projects.SelectMany(project => reader.Count(project.Title, project.Text).Keys).CountBy(key => key)
            .ToFrozenDictionary(count => count.Key, count => Rarity(projects.Count, count.Value));
        return new Lexicon(towns, reader.compounds, rarities, Rarity(projects.Count, 1));
    }

    /// <summary>The features of a text, weighed.</summary>
    public Fingerprint Read(string title, string text)
    {
        var counts = Count(title, text);
        return new Fingerprint(SparseVector.Of(counts.TitleGrams, RarityOf), SparseVector.Of(counts.TitleWords, RarityOf), SparseVector.Of(counts.AllWords, RarityOf));
    }

    /// <summary>The words of a text that can be compared with others, each with its stems (its own first, then those of its parts); without names of towns.</summary>
    public IEnumerable<(string Written, string[] Stems)> Words(string text) =>
        from word in GermanWords.Of(text)
        let stem = GermanStem.Of(word.Folded)
        where !townNames.Contains(stem) && !townNames.Contains(word.Folded)
        select (word.Written, (string[])[stem, .. compounds.Parts(word.Folded)]);

    /// <summary>A project as the index compares it.</summary>
    public IndexedText Read(ProjectText project) => new(project, Read(project.Title, project.Text), TownsIn($"{project.Town} {project.Place}"));

    /// <summary>The towns a text names, each as a feature.</summary>
    public IReadOnlyList<uint> TownsIn(string text) =>
        [.. GermanWords.Of(Short(text, LongestTitle)).Select(word => GermanStem.Of(word.Folded)).Where(townNames.Contains).Select(Feature.OfTown).Distinct()];

    /// <summary>How rare a stem is among all projects; what none uses is the rarest.</summary>
    public float RarityOf(string stem) => RarityOf(Feature.OfText(stem));

    private float RarityOf(uint key) => rarities.GetValueOrDefault(key, rarest);

    private static float Rarity(int all, int with) => MathF.Log(1 + ((float)Math.Max(all, 1) / with));

    private Counts Count(string title, string text)
    {
        var counts = new Counts();
        foreach (var (_, stems) in Words(Short(title, LongestTitle)))
        {
            Counts.Add(counts.TitleGrams, Feature.Grams(stems[0]));
            Counts.Add(counts.TitleWords, stems.Select(Feature.OfTitle));
            Counts.Add(counts.AllWords, stems.Select(Feature.OfText));
        }

        foreach (var (_, stems) in Words(Short(text, LongestText)))
            Counts.Add(counts.AllWords, stems.Select(Feature.OfText));
        return counts;
    }

    /// <summary><c>Köln</c> and <c>Kölner</c>, not the <c>Stadt</c> before it.</summary>
    private static IEnumerable<string> NamesOf(string town) =>
        from name in GermanWords.Of(town).Select(word => word.Folded)
        where name.Length > 3 && name is not ("stadt" or "kreis" or "gemeinde")
        from form in new[] { name, name + "er", name + "s" }
        from known in new[] { form, GermanStem.Of(form) }
        select known;

    private static string Short(string text, int longest) => text.Length <= longest ? text : text[..longest];

    private sealed class Counts
    {
        public Dictionary<uint, int> TitleGrams { get; } = [];

        public Dictionary<uint, int> TitleWords { get; } = [];

        public Dictionary<uint, int> AllWords { get; } = [];

        public IEnumerable<uint> Keys => [.. TitleGrams.Keys, .. TitleWords.Keys, .. AllWords.Keys];

        public static void Add(Dictionary<uint, int> counts, IEnumerable<uint> features)
        {
            foreach (var feature in features)
                counts[feature] = counts.GetValueOrDefault(feature) + 1;
        }
    }
}
