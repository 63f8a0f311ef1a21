using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Modellstadt.Accounts.Management;
using Modellstadt.Accounts.Seeds;
using Modellstadt.Accounts.SignIn;
using Modellstadt.Accounts.Storage;
using Modellstadt.Kernel.Modules;
using Modellstadt.Kernel.Storage;
using Modellstadt.Kernel.Towns;

namespace Modellstadt.Accounts;

/// <summary>Staff accounts, their passkeys and roles; the key for scripts.</summary>
public sealed class AccountsModule : IModule
{
    /// <summary>A locked account loses its sessions within this time.</summary>
    private static readonly TimeSpan SessionCheck = TimeSpan.FromSeconds(30);

    /// <inheritdoc />
    public static string Name => "accounts";

    /// <inheritdoc />
    public static void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<AccountsOptions>().Bind(configuration.GetSection("Accounts")).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<ManagementOptions>().Bind(configuration.GetSection("Management")).ValidateDataAnnotations().ValidateOnStart();
        services.AddModuleDb<AccountsDb>(Name);
        services.AddHostedService<DemoStaff>();
        services.AddSingleton<ManagementKey>().AddSingleton<StaffAudit>();
        services.AddScoped<CurrentStaff>();
        AddIdentity(services);
        AddSessions(services);
    }

    /// <inheritdoc />
    public static void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        // Its file is there before the first request, for ./run to print.
        endpoints.ServiceProvider.GetRequiredService<ManagementKey>();
        SignOut.Map(endpoints);
        if (endpoints.ServiceProvider.GetRequiredService<IOptions<TownOptions>>().Value.Demo)
            SignInAsDemoStaff.Map(endpoints);
    }

    private static void AddIdentity(IServiceCollection services)
    {
        services.AddScoped<IUserClaimsPrincipalFactory<StaffAccount>, StaffClaims>().AddScoped<IUserConfirmation<StaffAccount>, StaffMaySignIn>();
        services.AddIdentityCore<StaffAccount>(identity => identity.SignIn.RequireConfirmedAccount = true).AddUserStore<StaffStore>().AddSignInManager();
        services.Configure<SecurityStampValidatorOptions>(sessions => sessions.ValidationInterval = SessionCheck);
    }

    private static void AddSessions(IServiceCollection services)
    {
        services.AddAuthorization();
        var authentication = services.AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddScheme<AuthenticationSchemeOptions, ManagementKeyAuthentication>(ManagementKeyAuthentication.SchemeName, null);
        authentication.AddApplicationCookie();
        services.AddSingleton<StaffCookie>();
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme).Configure<StaffCookie>((options, cookie) => cookie.Configure(options));
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<AccountsOptions>>(SignInLimit.Configure);
        services.AddRateLimiter(_ => { });
        services.AddAntiforgery();
        services.AddScoped<OpenSession>().AddScoped<SignInAsDemoStaff>();
    }
}
