using Modellstadt.Messages;
using Modellstadt.Parking.Fees;
using Modellstadt.Parking.Permits;

namespace Modellstadt.Parking.Letters;

/// <summary>Everything that stands in the letter about a decision.</summary>
/// <param name="Decision">The decision.</param>
/// <param name="Permit">The permit as it is now; null when it was refused and there is none.</param>
/// <param name="Term">The days that the decision granted; null when it granted none.</param>
/// <param name="Notice">What it costs; null when nothing.</param>
/// <param name="FeeSource">Where the fee is laid down; null when the rule is not known any more.</param>
/// <param name="Law">What the law of the state says; null when nothing was found.</param>
/// <param name="Sender">The office.</param>
/// <param name="Ags">Amtlicher Gemeindeschlüssel of the town.</param>
/// <param name="Demo">True when it is about made-up data.</param>
internal sealed record DecisionFile(
    Decision Decision, Permit? Permit, PermitTerm? Term, FeeNotice? Notice, string? FeeSource, StateRemedy? Law, LetterSender Sender, string Ags, bool Demo)
{
    /// <summary>What the decision rests on.</summary>
    public DecisionFacts Facts { get; } = DecisionFacts.Read(Decision.Facts);

    /// <summary>What can be done against it.</summary>
    public Remedy Remedy => Law?.For(Ags) ?? new Remedy.Unknown();
}
