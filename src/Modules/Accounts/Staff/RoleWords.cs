namespace Modellstadt.Accounts;

/// <summary>Roles as the management API writes them.</summary>
internal static class RoleWords
{
    public static string Word(this StaffRole role) => role switch
    {
        StaffRole.Warden => "warden",
        StaffRole.Clerk => "clerk",
        StaffRole.Administrator => "administrator",
        StaffRole.ProjectOffice => "project-office",
        StaffRole.BoardMember => "board-member",
        StaffRole.BoardChair => "board-chair",
        StaffRole.DistrictGovernment => "district-government",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "An unknown role."),
    };

    /// <summary>All of them, for those who ask.</summary>
    public const string All = "warden, clerk, administrator, project-office, board-member, board-chair or district-government";

    /// <summary>The role of a word; null when there is none.</summary>
    public static StaffRole? Read(string? word) => Enum.GetValues<StaffRole>().Where(role => role.Word() == word).Select(role => (StaffRole?)role).FirstOrDefault();
}
