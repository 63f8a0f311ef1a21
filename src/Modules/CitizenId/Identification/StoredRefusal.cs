using System.Text.Json;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;

namespace Modellstadt.CitizenId;

/// <summary>A refusal as it was spoken, in both languages: other modules' refusals included, and unchanged when texts change later.</summary>
internal sealed record StoredRefusal(string Type, RefusalText German, RefusalText English)
{
    public static StoredRefusal Of(Refusal refusal) => new(refusal.Type, refusal.In(Language.German), refusal.In(Language.English));

    public static StoredRefusal Read(string json) => JsonSerializer.Deserialize<StoredRefusal>(json)!;

    public string Write() => JsonSerializer.Serialize(this);

    public RefusalText In(Language language) => language is Language.German ? German : English;
}
