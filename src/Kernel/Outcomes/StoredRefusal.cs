using System.Text.Json;
using Modellstadt.Kernel.Texts;

namespace Modellstadt.Kernel.Outcomes;

/// <summary>A refusal as it was spoken, in both languages: other modules' refusals included, and unchanged when texts change later.</summary>
/// <param name="Type">The problem type.</param>
/// <param name="StatusCode">The HTTP status.</param>
/// <param name="German">Its words in German.</param>
/// <param name="English">Its words in English.</param>
public sealed record StoredRefusal(string Type, int StatusCode, RefusalText German, RefusalText English) : Refusal(Type, StatusCode)
{
    /// <summary>Keeps a refusal.</summary>
    public static StoredRefusal Of(Refusal refusal)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        return new(refusal.Type, refusal.StatusCode, refusal.In(Language.German), refusal.In(Language.English));
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static StoredRefusal Read(string json) => JsonSerializer.Deserialize<StoredRefusal>(json)!;

    /// <summary>The refusal as JSON, for a column of text.</summary>
    public string Write() => JsonSerializer.Serialize(this);

    /// <inheritdoc />
    public override RefusalText In(Language language) => language is Language.German ? German : English;
}
