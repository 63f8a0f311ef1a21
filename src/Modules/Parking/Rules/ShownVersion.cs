namespace Modellstadt.Parking.Rules;

/// <summary>What the page of a version shows.</summary>
/// <param name="Version">The version; null for the shipped facts.</param>
/// <param name="Book">Its content.</param>
/// <param name="Findings">What is wrong with it or easily forgotten.</param>
/// <param name="Differences">What it states otherwise than the version it was made from.</param>
internal sealed record ShownVersion(RuleBookVersion? Version, RuleBook Book, IReadOnlyList<RuleFinding> Findings, IReadOnlyList<BookDifference> Differences);
