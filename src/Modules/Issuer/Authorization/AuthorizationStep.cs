using Microsoft.Extensions.DependencyInjection;

namespace Modellstadt.Issuer;

/// <summary>
/// Where a person decides about credentials of a type when a wallet asks through the authorization endpoint: a page of the portal.
/// The page shows who asks (<see cref="Authorizations.FindAsync"/>) and ends with <see cref="Authorizations.GrantAsync"/>.
/// </summary>
/// <param name="ConfigurationId">The <see cref="CredentialType"/>.</param>
/// <param name="Page">The path of the page; it is opened with <c>?authorization={id}</c>.</param>
public sealed record AuthorizationStep(string ConfigurationId, string Page);

/// <summary>How modules bring what the authorization server asks of them.</summary>
public static class AuthorizationRegistrations
{
    /// <summary>Says where a person decides about credentials of a type.</summary>
    public static IServiceCollection AddAuthorizationStep(this IServiceCollection services, AuthorizationStep step) => services.AddSingleton(step);

    /// <summary>Says what fresh copies of a type contain.</summary>
    public static IServiceCollection AddCredentialRenewal<TRenewal>(this IServiceCollection services)
        where TRenewal : class, ICredentialRenewal => services.AddSingleton<ICredentialRenewal, TRenewal>();
}
