using Modellstadt.Parking.Permits;

namespace Modellstadt.Parking.Fees;

/// <summary>What a decision about a resting permit rests on.</summary>
/// <param name="Reference">The fee notice.</param>
/// <param name="DueOn">Last day for the payment.</param>
/// <param name="OpenCents">Euro cents that were open on the day of the decision.</param>
/// <param name="AfterDays">After how many days the town lets the permit rest.</param>
/// <param name="Rule">Where the town lays that down.</param>
/// <param name="Addressee">Whom the notice was for.</param>
internal sealed record UnpaidFact(string Reference, DateOnly DueOn, long OpenCents, int AfterDays, string Rule, Addressee Addressee);
