using Microsoft.Extensions.DependencyInjection;

namespace Modellstadt.Issuer;

/// <summary>How other modules bring their issuer identities and credential types.</summary>
public static class IssuerRegistrations
{
    /// <summary>Adds an issuer identity; its keys are made at the first start. The town itself, <c>town</c>, is always there.</summary>
    public static IServiceCollection AddIssuerIdentity(this IServiceCollection services, IssuerIdentity identity) => services.AddSingleton(identity);

    /// <summary>Adds a credential type to the metadata of its issuer identity.</summary>
    public static IServiceCollection AddCredentialType(this IServiceCollection services, CredentialType type) => services.AddSingleton(type);
}
