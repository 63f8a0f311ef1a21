namespace Modellstadt.Region.Similarity;

/// <summary>The words in English.</summary>
internal sealed class EnglishSimilarityTexts : SimilarityTexts
{
    protected override string SharedWords(string words) => $"Words in common: {words}";
    protected override string Topic(string topic) => $"Fits the topic: {topic}";
    protected override string TopicOfMore(string topic, int more) => $"Fits the topic: {topic} (with {(more == 1 ? "one more similar project" : $"{more} more similar projects")})";
    protected override string Place(string place) => $"Same place: {place}";
}
