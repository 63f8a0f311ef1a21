namespace Modellstadt.Kernel.Auditing;

/// <summary>Who can do something, as the audit trail names them.</summary>
public static class Actors
{
    /// <summary>The citizen whose matter it is.</summary>
    public const string Citizen = "citizen";

    /// <summary>The program by itself.</summary>
    public const string Program = "system";

    /// <summary>Another program of the town, through the management API.</summary>
    public const string Management = "management";

    private const string StaffPrefix = "staff/";

    /// <summary>A member of staff.</summary>
    public static string Staff(Guid account) => StaffPrefix + account;

    /// <summary>The account behind an actor; null when it is no member of staff.</summary>
    public static string? AccountOf(string actor) => actor.StartsWith(StaffPrefix, StringComparison.Ordinal) ? actor[StaffPrefix.Length..] : null;
}
