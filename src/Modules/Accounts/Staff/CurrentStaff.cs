using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;

namespace Modellstadt.Accounts;

/// <summary>The member of staff who makes this request. Scoped; every property is null when nobody is signed in.</summary>
public sealed class CurrentStaff(IHttpContextAccessor accessor)
{
    private ClaimsPrincipal? SignedIn =>
        accessor.HttpContext?.User is { Identity: { IsAuthenticated: true, AuthenticationType: var type } } user && type == IdentityConstants.ApplicationScheme ? user : null;

    /// <summary>The account; the audit names it as actor.</summary>
    public Guid? Id => Guid.TryParse(SignedIn?.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null;

    /// <summary>The name shown on screen.</summary>
    public string? Name => SignedIn?.Identity?.Name;

    /// <summary>What this person may do.</summary>
    public StaffRole? Role => Enum.TryParse<StaffRole>(SignedIn?.FindFirstValue(ClaimTypes.Role), out var role) ? role : null;
}
