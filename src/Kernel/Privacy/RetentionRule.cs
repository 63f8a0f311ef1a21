using Modellstadt.Kernel.Texts;

namespace Modellstadt.Kernel.Privacy;

/// <summary>How long a kind of record is kept, and why (Art. 5 (1) (e) and Art. 30 (1) (f) GDPR).</summary>
/// <param name="Name">The kind, in kebab case: <c>ended-permits</c>. Also the key by which a town sets another period.</param>
/// <param name="Records">What it is, in words of the records' owner.</param>
/// <param name="Purpose">What it is kept for.</param>
/// <param name="Begins">From when the days count.</param>
/// <param name="Days">Days until it is deleted, unless the town sets others.</param>
public sealed record RetentionRule(string Name, LocalizedText Records, LocalizedText Purpose, LocalizedText Begins, int Days);
