using Modellstadt.Parking.Rules.Forms;

namespace Modellstadt.Parking.Rules;

/// <summary>What the page of a version shows.</summary>
/// <param name="Version">The version; null for the shipped facts.</param>
/// <param name="Book">Its content.</param>
/// <param name="Findings">What is wrong with it or easily forgotten.</param>
/// <param name="Differences">What it states otherwise than the version it was made from.</param>
internal sealed record ShownVersion(RuleBookVersion? Version, RuleBook Book, IReadOnlyList<RuleFinding> Findings, IReadOnlyList<BookDifference> Differences)
{
    /// <summary>What the clerk has just entered and what was refused; empty when the page was only opened.</summary>
    public EnteredRules Entered { get; init; } = EnteredRules.Nothing;

    /// <summary>What the clerk had before them: after a refusal still that, so that a colleague's change is not overwritten.</summary>
    public string Checksum => Entered.TextOf("checksum", Version!.Checksum);
}
