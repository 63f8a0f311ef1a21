using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Modellstadt.Accounts.Clients;
using Modellstadt.Accounts.Management;

namespace Modellstadt.Accounts;

/// <summary>Protects endpoints; pages carry <see cref="StaffOnlyAttribute"/>.</summary>
public static class AccountsProtection
{
    private static readonly AuthorizationPolicy ManagementKey =
        new AuthorizationPolicyBuilder(ManagementKeyAuthentication.SchemeName).RequireAuthenticatedUser().Build();

    /// <summary>Only staff of these roles; administrators, too, where clerks or wardens may. Others are led to the sign-in page.</summary>
    public static TBuilder RequireStaff<TBuilder>(this TBuilder endpoint, StaffRole role, params StaffRole[] others) where TBuilder : IEndpointConventionBuilder =>
        endpoint.RequireAuthorization(new StaffOnlyAttribute(role, others));

    /// <summary>Only callers with <c>Authorization: Bearer {management key}</c>: others get 401.</summary>
    public static TBuilder RequireManagementKey<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder =>
        endpoint.RequireAuthorization(ManagementKey);

    /// <summary>Only programs of others whose token was made for this interface and carries the scope: others get 401 or 403 (RFC 6750, section 3.1).</summary>
    /// <param name="endpoint">What is protected.</param>
    /// <param name="scope">Name of an <see cref="ApiScope"/> that a module has added.</param>
    public static TBuilder RequireScope<TBuilder>(this TBuilder endpoint, string scope) where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new RequiredScope(scope)).RequireAuthorization(
            new AuthorizationPolicyBuilder(ClientTokenAuthentication.SchemeName).RequireAuthenticatedUser().RequireClaim(ClientTokenAuthentication.ScopeClaim, scope).Build());
}
