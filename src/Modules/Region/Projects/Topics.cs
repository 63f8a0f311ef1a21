using Modellstadt.Kernel.Texts;

namespace Modellstadt.Region.Projects;

/// <summary>Keywords of the collection as people say them: <c>topics.csv</c>.</summary>
internal sealed record Topics(IReadOnlyDictionary<string, LocalizedText> Words)
{
    /// <summary>The words of a keyword; a keyword that a town made up itself is its own word.</summary>
    public string NameOf(string topic, Language language) => Words.TryGetValue(topic, out var words) ? words.In(language) : topic;
}
