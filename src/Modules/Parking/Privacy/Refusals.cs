using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Parking.Privacy;

/// <summary>A "no" about personal data.</summary>
internal abstract record PrivacyRefusal(string Name, int StatusCode, Func<PrivacyTexts, RefusalText> Words)
    : SpokenRefusal<PrivacyTexts>($"urn:modellstadt:parking:{Name}", StatusCode, Words);

/// <summary>Nothing was written, or too much.</summary>
internal sealed record CorrectionNeedsWords() : PrivacyRefusal("correction-needs-words", 422, texts => texts.CorrectionNeedsWords);

/// <summary>Several corrections of this person wait already.</summary>
internal sealed record TooManyCorrections(int Most) : PrivacyRefusal("too-many-corrections", 429, texts => texts.TooManyCorrections(Most));

/// <summary>No such correction in this town.</summary>
internal sealed record CorrectionNotFound() : PrivacyRefusal("correction-not-found", 404, texts => texts.CorrectionNotFound);

/// <summary>A clerk must say on whose request a copy is made.</summary>
internal sealed record CopyNeedsReason() : PrivacyRefusal("copy-needs-reason", 422, texts => texts.CopyNeedsReason);

/// <summary>No permit has that number.</summary>
internal sealed record NobodyWithThatPermit() : PrivacyRefusal("nobody-with-that-permit", 404, texts => texts.NobodyWithThatPermit);
