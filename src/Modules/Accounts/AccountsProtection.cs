using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Modellstadt.Accounts.Management;

namespace Modellstadt.Accounts;

/// <summary>Protects endpoints; pages carry <see cref="StaffOnlyAttribute"/>.</summary>
public static class AccountsProtection
{
    private static readonly AuthorizationPolicy ManagementKey =
        new AuthorizationPolicyBuilder(ManagementKeyAuthentication.SchemeName).RequireAuthenticatedUser().Build();

    /// <summary>Only staff of this role and administrators: others are led to the sign-in page.</summary>
    public static TBuilder RequireStaff<TBuilder>(this TBuilder endpoint, StaffRole role) where TBuilder : IEndpointConventionBuilder =>
        endpoint.RequireAuthorization(new StaffOnlyAttribute(role));

    /// <summary>Only callers with <c>Authorization: Bearer {management key}</c>: others get 401.</summary>
    public static TBuilder RequireManagementKey<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder =>
        endpoint.RequireAuthorization(ManagementKey);
}
