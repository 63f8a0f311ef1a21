namespace Modellstadt.Accounts;

/// <summary>A citizen who has signed in with this browser.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="ResidentId">The resident register's key of the person.</param>
/// <param name="Means">By what.</param>
/// <param name="Level">How sure the town may be.</param>
/// <param name="SignedInAt">When.</param>
public sealed record SignedInCitizen(Guid AccountId, string ResidentId, MeansKind Means, AssuranceLevel Level, DateTimeOffset SignedInAt);
