namespace Modellstadt.Accounts;

/// <summary>Whom a protection lets in.</summary>
internal static class RoleReach
{
    /// <summary>The roles themselves; administrators, too, where clerks or wardens may.</summary>
    public static IReadOnlyList<StaffRole> Of(IReadOnlyCollection<StaffRole> roles) =>
        roles.Any(role => role is StaffRole.Clerk or StaffRole.Warden) ? [.. roles.Append(StaffRole.Administrator).Distinct()] : [.. roles];
}
