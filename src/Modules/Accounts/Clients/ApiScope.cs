using Microsoft.Extensions.DependencyInjection;

namespace Modellstadt.Accounts;

/// <summary>A right that a program of somebody else can have at one of the town's interfaces.</summary>
/// <param name="Name">As it stands in tokens, for example <c>parking.rights.read</c>.</param>
/// <param name="Audience">Path of the interface, for example <c>/api/parking/v1</c>: a token for one counts at no other.</param>
/// <param name="Summary">What it allows, in English, for those who make clients.</param>
public sealed record ApiScope(string Name, string Audience, string Summary);

/// <summary>Adds scopes of a module.</summary>
public static class ApiScopeServices
{
    /// <summary>Makes a scope known: clients can be given it, <see cref="AccountsProtection.RequireScope"/> can demand it.</summary>
    public static IServiceCollection AddApiScope(this IServiceCollection services, ApiScope scope) => services.AddSingleton(scope);
}
