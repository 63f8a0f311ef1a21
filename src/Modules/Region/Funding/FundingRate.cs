namespace Modellstadt.Region.Funding;

/// <summary>A rate of funding in hundredths of a percent: 8000 is 80 %.</summary>
/// <param name="BasisPoints">0 to 10,000.</param>
internal readonly record struct FundingRate(int BasisPoints)
{
    /// <summary>All of it.</summary>
    public const int Whole = 10_000;

    /// <summary>The most that this rate pays of eligible costs. A broken cent stays with the recipient, so that never more than the rate is granted.</summary>
    /// <param name="eligibleCents">Euro cents, not below zero.</param>
    public long MostOf(long eligibleCents) => checked(eligibleCents * BasisPoints) / Whole;
}
