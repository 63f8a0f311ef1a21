using Modellstadt.Kernel.Texts;

namespace Modellstadt.Region.Projects;

/// <summary>Keywords of the collection as people say them: <c>topics.csv</c>.</summary>
internal sealed record Topics(IReadOnlyDictionary<string, LocalizedText> Words)
{
    /// <summary>The words of a keyword; a keyword that a town made up itself is its own word.</summary>
    public string NameOf(string topic, Language language) => Words.TryGetValue(topic, out var words) ? words.In(language) : topic;

    /// <summary>The keyword of what somebody typed, in either language; what names none is its own keyword.</summary>
    public string KeyOf(string typed) =>
        Words.FirstOrDefault(topic => string.Equals(topic.Value.German, typed, StringComparison.OrdinalIgnoreCase) || string.Equals(topic.Value.English, typed, StringComparison.OrdinalIgnoreCase)).Key ?? typed;
}
