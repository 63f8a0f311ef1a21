using Modellstadt.Kernel.Texts;

namespace Modellstadt.Region.Similarity;

/// <summary>Why a project is called similar.</summary>
internal abstract class SimilarityTexts : ITexts<SimilarityTexts>
{
    private static readonly SimilarityTexts German = new GermanSimilarityTexts();
    private static readonly SimilarityTexts English = new EnglishSimilarityTexts();

    public static SimilarityTexts For(Language language) => language is Language.German ? German : English;

    /// <summary>The reasons, each a line: shared words, topic, place.</summary>
    public IReadOnlyList<string> Reasons(SimilarProject similar)
    {
        var reasons = new List<string>();
        if (similar.SharedWords.Count > 0)
            reasons.Add(SharedWords(string.Join(", ", similar.SharedWords)));
        if (similar.Topic is { } topic)
            reasons.Add(similar.MoreOfTopic > 0 ? TopicOfMore(topic, similar.MoreOfTopic) : Topic(topic));
        if (similar.Place is { } place)
            reasons.Add(Place(place));
        return reasons;
    }

    protected abstract string SharedWords(string words);
    protected abstract string Topic(string topic);
    protected abstract string TopicOfMore(string topic, int more);
    protected abstract string Place(string place);
}
