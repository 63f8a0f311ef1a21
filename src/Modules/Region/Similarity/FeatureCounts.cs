namespace Modellstadt.Region.Similarity;

/// <summary>How often each feature occurs in a text.</summary>
internal sealed class FeatureCounts
{
    /// <inheritdoc cref="Fingerprint.TitleGrams" />
    public Dictionary<uint, int> TitleGrams { get; } = [];

    /// <inheritdoc cref="Fingerprint.TitleWords" />
    public Dictionary<uint, int> TitleWords { get; } = [];

    /// <inheritdoc cref="Fingerprint.AllWords" />
    public Dictionary<uint, int> AllWords { get; } = [];

    /// <inheritdoc cref="Fingerprint.TextGrams" />
    public Dictionary<uint, int> TextGrams { get; } = [];

    /// <summary>The features of all kinds, each once.</summary>
    public IEnumerable<uint> Keys => [.. TitleGrams.Keys, .. TitleWords.Keys, .. AllWords.Keys, .. TextGrams.Keys];

    /// <summary>Counts a word of the title.</summary>
    /// <param name="stems">Its stem, then those of its parts.</param>
    public void AddTitle(string[] stems)
    {
        Add(TitleGrams, Feature.TitleGrams(stems[0]));
        Add(TitleWords, stems.Select(Feature.OfTitle));
        AddText(stems);
    }

    /// <summary>Counts a word of the text.</summary>
    /// <inheritdoc cref="AddTitle" />
    public void AddText(string[] stems)
    {
        Add(AllWords, stems.Select(Feature.OfText));
        Add(TextGrams, Feature.TextGrams(stems[0]));
    }

    private static void Add(Dictionary<uint, int> counts, IEnumerable<uint> features)
    {
        foreach (var feature in features)
            counts[feature] = counts.GetValueOrDefault(feature) + 1;
    }
}
