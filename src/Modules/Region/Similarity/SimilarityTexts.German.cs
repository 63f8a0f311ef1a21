namespace Modellstadt.Region.Similarity;

/// <summary>The words in German.</summary>
internal sealed class GermanSimilarityTexts : SimilarityTexts
{
    protected override string SharedWords(string words) => $"Gemeinsame Wörter: {words}";
    protected override string Topic(string topic) => $"Passt zum Thema: {topic}";
    protected override string TopicOfMore(string topic, int more) => $"Passt zum Thema: {topic} (dazu {(more == 1 ? "ein weiteres ähnliches Projekt" : $"{more} weitere ähnliche Projekte")})";
    protected override string Place(string place) => $"Gleicher Ort: {place}";
}
