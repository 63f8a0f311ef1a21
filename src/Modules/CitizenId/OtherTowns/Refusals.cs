using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.CitizenId.OtherTowns;

/// <summary>A "no" to the citizen ID of another town.</summary>
internal abstract record OtherTownRefusal(string Name, int StatusCode, Func<OtherTownTexts, RefusalText> Words)
    : SpokenRefusal<OtherTownTexts>($"urn:modellstadt:citizen-id:{Name}", StatusCode, Words);

/// <summary>The card names another municipality than the one whose key signed it.</summary>
internal sealed record SpeaksForAnotherTown(string Town) : OtherTownRefusal("other-town-speaks-for-another", 422, texts => texts.SpeaksForAnotherTown(Town));

/// <summary>Something is missing by which the register looks people up.</summary>
internal sealed record CardIncomplete(string Town) : OtherTownRefusal("other-town-incomplete", 422, texts => texts.CardIncomplete(Town));

/// <summary>The card says nothing about its level that counts here.</summary>
internal sealed record LevelUnknown(string Town) : OtherTownRefusal("other-town-level-unknown", 422, texts => texts.LevelUnknown(Town));

/// <summary>Less is believed of that town's citizen IDs than this needs.</summary>
internal sealed record LevelTooLow(string Town) : OtherTownRefusal("other-town-level-too-low", 422, texts => texts.LevelTooLow(Town));

/// <summary>The register has no entry for the person.</summary>
internal sealed record NotRegisteredHere(string Town, string Here) : OtherTownRefusal("other-town-not-registered-here", 422, texts => texts.NotRegisteredHere(Town, Here));

/// <summary>This card has led to somebody else before.</summary>
internal sealed record KnownAsAnother(string Town) : OtherTownRefusal("other-town-known-as-another", 409, texts => texts.KnownAsAnother(Town));

/// <summary>The register does not answer.</summary>
internal sealed record RegisterSilent() : OtherTownRefusal("other-town-register-silent", 503, texts => texts.RegisterSilent);
