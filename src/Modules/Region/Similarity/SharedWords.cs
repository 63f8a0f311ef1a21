namespace Modellstadt.Region.Similarity;

/// <summary>Which words make two texts alike, so that a person sees why.</summary>
internal static class SharedWords
{
    private const int Most = 5;

    /// <summary>So long must a stem be to be recognised inside a word that could not be taken apart.</summary>
    private const int ShortestInside = 5;

    /// <summary>The words of a project that share a stem with a text, as the project writes them: those of its title first, then the rarest.</summary>
    public static IReadOnlyList<string> Of(Lexicon lexicon, string text, ProjectText project)
    {
        var asked = lexicon.Words(text).SelectMany(word => word.Stems).ToHashSet();
        string? Shared(string[] stems) =>
            stems.Where(asked.Contains).MaxBy(lexicon.RarityOf)
            ?? asked.Where(stem => stem.Length >= ShortestInside && stems[0].Contains(stem, StringComparison.Ordinal)).Order(StringComparer.Ordinal).MaxBy(stem => stem.Length);

        return [.. lexicon.Words(project.Title).Select(word => (word.Written, word.Stems, InTitle: true))
            .Concat(lexicon.Words(project.Text).Select(word => (word.Written, word.Stems, InTitle: false)))
            .Select(word => (word.Written, word.InTitle, Stem: Shared(word.Stems)))
            .Where(word => word.Stem is not null)
            .DistinctBy(word => word.Stem)
            .OrderByDescending(word => word.InTitle).ThenByDescending(word => lexicon.RarityOf(word.Stem!))
            .Select(word => word.Written).Distinct()
            .Take(Most)];
    }
}
