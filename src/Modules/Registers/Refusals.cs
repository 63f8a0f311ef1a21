using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Registers;

/// <summary>A refusal of this module.</summary>
/// <param name="Name">Last part of the problem type.</param>
/// <param name="StatusCode">HTTP status.</param>
/// <param name="Words">Picks the words.</param>
internal abstract record RegistersRefusal(string Name, int StatusCode, Func<RegistersTexts, RefusalText> Words)
    : SpokenRefusal<RegistersTexts>($"urn:modellstadt:registers:{Name}", StatusCode, Words);

internal sealed record DemoPersonUnknown() : RegistersRefusal("demo-person-unknown", 404, texts => texts.DemoPersonUnknown);

internal sealed record DemoChangeImpossible() : RegistersRefusal("demo-change-impossible", 422, texts => texts.DemoChangeImpossible);
