using Modellstadt.Kernel.Texts;

namespace Modellstadt.Kernel.Outcomes;

/// <summary>
/// An expected "no". Each module has one record per refusal; the record names the problem type
/// (<c>urn:modellstadt:{module}:{name}</c>), the HTTP status, and says in each language what happened and what to do next.
/// </summary>
/// <param name="Type">Stable problem type (RFC 9457, section 3.1.1).</param>
/// <param name="StatusCode">HTTP status of the problem document.</param>
public abstract record Refusal(string Type, int StatusCode)
{
    /// <summary>The words for a person, in their language.</summary>
    public abstract RefusalText In(Language language);
}

/// <summary>What a person reads when something is refused.</summary>
/// <param name="Title">A few words: what happened.</param>
/// <param name="Sentence">One plain sentence: why.</param>
/// <param name="NextStep">One plain sentence: what to do now.</param>
public sealed record RefusalText(string Title, string Sentence, string NextStep);
