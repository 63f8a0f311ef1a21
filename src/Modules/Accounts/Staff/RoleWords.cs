namespace Modellstadt.Accounts;

/// <summary>Roles as the management API writes them.</summary>
internal static class RoleWords
{
    public static string Word(this StaffRole role) => role switch
    {
        StaffRole.Warden => "warden",
        StaffRole.Clerk => "clerk",
        StaffRole.Administrator => "administrator",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "An unknown role."),
    };

    /// <summary>The role of a word; null when there is none.</summary>
    public static StaffRole? Read(string? word) => word switch
    {
        "warden" => StaffRole.Warden,
        "clerk" => StaffRole.Clerk,
        "administrator" => StaffRole.Administrator,
        _ => null,
    };
}
