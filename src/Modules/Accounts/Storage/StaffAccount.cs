using Modellstadt.Accounts.Passkeys;

namespace Modellstadt.Accounts.Storage;

/// <summary>A member of staff.</summary>
internal sealed class StaffAccount : IPasskeyAccount
{
    public static PasskeyCookies Cookies => PasskeyCookies.OfStaff;

    public required Guid Id { get; init; }

    public required string Ags { get; init; }

    /// <summary>Shown on screen and to colleagues.</summary>
    public required string Name { get; init; }

    public required StaffRole Role { get; init; }

    /// <summary>Made up; counts only while the town is a demo.</summary>
    public required bool Demo { get; init; }

    /// <summary>Stands in every session's cookie: a new value ends all sessions.</summary>
    public required string SecurityStamp { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Since when this person may no longer sign in; null while they may.</summary>
    public DateTimeOffset? LockedAt { get; set; }
}
