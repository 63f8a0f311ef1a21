using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;

namespace Modellstadt.Accounts;

/// <summary>A page for staff of certain roles, see <see cref="RoleReach"/>; others are led to the sign-in page.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class StaffOnlyAttribute : AuthorizeAttribute
{
    /// <summary>Protects the page.</summary>
    /// <param name="role">Who may see it.</param>
    /// <param name="others">Who else may.</param>
    public StaffOnlyAttribute(StaffRole role, params StaffRole[] others)
    {
        (Role, Others) = (role, others);
        AuthenticationSchemes = IdentityConstants.ApplicationScheme;
        Roles = string.Join(',', RoleReach.Of([role, .. others]));
    }

    /// <summary>Who may see the page.</summary>
    public StaffRole Role { get; }

    /// <summary>Who else may.</summary>
    public IReadOnlyList<StaffRole> Others { get; }
}
