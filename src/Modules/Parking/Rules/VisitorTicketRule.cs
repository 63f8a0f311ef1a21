namespace Modellstadt.Parking.Rules;

/// <summary>A kind of ticket that a resident may hand to visitors.</summary>
/// <param name="Unit">Counted in hours or in days.</param>
/// <param name="Length">How many of them one ticket lasts.</param>
/// <param name="PerYear">How many tickets a resident gets in a calendar year.</param>
/// <param name="Euros">What one ticket costs.</param>
internal sealed record VisitorTicketRule(VisitorUnit Unit, int Length, int PerYear, decimal Euros);

/// <summary>What visitor tickets are counted in.</summary>
internal enum VisitorUnit
{
    /// <summary>Hours from the moment the ticket is used.</summary>
    Hour,

    /// <summary>Calendar days of the town, the first one included.</summary>
    Day,
}
