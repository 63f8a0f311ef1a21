using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Accounts.Management;
using Modellstadt.Kernel.Modules;

namespace Modellstadt.Accounts;

/// <summary>Staff accounts, their passkeys and roles; the key for scripts.</summary>
public sealed class AccountsModule : IModule
{
    /// <inheritdoc />
    public static string Name => "accounts";

    /// <inheritdoc />
    public static void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ManagementOptions>().Bind(configuration.GetSection("Management")).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<ManagementKey>();
        services.AddScoped<CurrentStaff>();
        services.AddAuthorization();
        services.AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddScheme<AuthenticationSchemeOptions, ManagementKeyAuthentication>(ManagementKeyAuthentication.SchemeName, null)
            .AddIdentityCookies();
    }

    /// <inheritdoc />
    public static void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        // Its file is there before the first request, for ./run to print.
        endpoints.ServiceProvider.GetRequiredService<ManagementKey>();
    }
}
