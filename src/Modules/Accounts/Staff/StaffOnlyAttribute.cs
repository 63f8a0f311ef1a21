using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;

namespace Modellstadt.Accounts;

/// <summary>A page for staff of one role (administrators included); others are led to the sign-in page.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class StaffOnlyAttribute : AuthorizeAttribute
{
    /// <summary>Protects the page.</summary>
    /// <param name="role">Who may see it.</param>
    public StaffOnlyAttribute(StaffRole role)
    {
        Role = role;
        AuthenticationSchemes = IdentityConstants.ApplicationScheme;
        Roles = $"{role},{StaffRole.Administrator}";
    }

    /// <summary>Who may see the page.</summary>
    public StaffRole Role { get; }
}
