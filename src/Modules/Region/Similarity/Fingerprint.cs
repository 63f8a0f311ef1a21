namespace Modellstadt.Region.Similarity;

/// <summary>What is compared of a text.</summary>
/// <param name="TitleGrams">Pieces of 3 to 5 letters of the title's words: they find what is spelt or put together otherwise.</param>
/// <param name="TitleWords">Stems of the title's words and of their parts.</param>
/// <param name="AllWords">Stems of the words of title and text, and of their parts.</param>
/// <param name="TextGrams">The most telling pieces of 4 letters of title and text.</param>
internal sealed record Fingerprint(SparseVector TitleGrams, SparseVector TitleWords, SparseVector AllWords, SparseVector TextGrams)
{
    private const float TitleWordWeight = 0.5f;

    /// <summary>So much of a misspelt word must be the same.</summary>
    private const float LeastOfPieces = 0.35f;

    /// <summary>True when nothing can be compared.</summary>
    public bool IsEmpty => AllWords.Keys.Count == 0;

    /// <summary>How alike two texts are, from 0 to 1.</summary>
    public float Likeness(Fingerprint other) =>
        (TitleGrams.Cosine(other.TitleGrams) + (TitleWordWeight * TitleWords.Cosine(other.TitleWords)) + AllWords.Cosine(other.AllWords) + TextGrams.Cosine(other.TextGrams)) / (3 + TitleWordWeight);

    /// <summary>How well a text fits the name of a topic, from 0 to 1.</summary>
    public float Fits(Fingerprint topic) => (TitleGrams.Cosine(topic.TitleGrams) + AllWords.Cosine(topic.AllWords)) / 2;

    /// <summary>How much of this text, a query, another one holds, however long that is: from 0 to 1; 0 when it holds no word and only pieces that may be chance.</summary>
    public float Coverage(Fingerprint other)
    {
        var (words, grams) = (AllWords.Covered(other.AllWords), TitleGrams.Covered(other.TitleGrams));
        return words > 0 || grams >= LeastOfPieces ? (words + grams) / 2 : 0;
    }
}
