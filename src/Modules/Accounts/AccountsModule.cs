using System.Net;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Modellstadt.Accounts.Citizens;
using Modellstadt.Accounts.Clients;
using Modellstadt.Accounts.Enrolments;
using Modellstadt.Accounts.Management;
using Modellstadt.Accounts.Passkeys;
using Modellstadt.Accounts.Seeds;
using Modellstadt.Accounts.SignIn;
using Modellstadt.Accounts.Storage;
using Modellstadt.Kernel.Modules;
using Modellstadt.Kernel.Storage;
using Modellstadt.Kernel.Towns;
using Modellstadt.Kernel.Web;

namespace Modellstadt.Accounts;

/// <summary>Accounts of staff and of citizens, their passkeys, roles and sessions; the key for scripts; clients for programs of others.</summary>
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
        AddActions(services);
        AddIdentity(services);
        AddSessions(services);
        services.AddClients();
        services.AddCitizens();
    }

    /// <inheritdoc />
    public static void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        // Its file is there before the first request, for ./run to print.
        endpoints.ServiceProvider.GetRequiredService<ManagementKey>();
        SignInWithPasskey.Map(endpoints);
        SignOut.Map(endpoints);
        AddPasskey.Map(endpoints);
        EnrolStaff.Map(endpoints);
        endpoints.MapClients();
        endpoints.MapCitizens();
        MapManagement(endpoints.MapGroup("/management/v1/staff").RequireManagementKey().WithTags("Staff"));
        MapKeys(endpoints.MapGroup("/management/v1/keys").RequireManagementKey().WithTags("Keys"));
        if (endpoints.ServiceProvider.GetRequiredService<IOptions<TownOptions>>().Value.Demo)
            SignInAsDemoStaff.Map(endpoints);
    }

    private static void MapManagement(IEndpointRouteBuilder staff)
    {
        staff.MapPost("", InviteStaff.PostAsync).LimitBody(4096)
            .WithName("InviteStaff")
            .WithSummary("Make an account for a member of staff")
            .WithDescription("Answers with a link that registers the first passkey. It works once, until enrolment_expires_at (24 hours by default), and is not shown again.")
            .Produces<InviteStaff.Invited>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status400BadRequest);
        staff.MapGet("", ListStaff.GetAsync)
            .WithName("ListStaff")
            .WithSummary("List the accounts of staff")
            .Produces<IReadOnlyList<Listed>>();
        staff.MapPost("/{id:guid}/enrolments", RenewEnrolment.PostAsync)
            .WithName("RenewEnrolment")
            .WithSummary("Make a new link for a member of staff")
            .WithDescription("For an expired link or lost passkeys. Older unused links end; passkeys stay.")
            .Produces<RenewEnrolment.Renewed>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound);
        staff.MapPost("/{id:guid}/lock", LockStaff.PostAsync)
            .WithName("LockStaff")
            .WithSummary("Lock an account")
            .WithDescription("No more sign-ins; open sessions end within a minute. Locking twice is the same as once.")
            .Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static void MapKeys(IEndpointRouteBuilder keys)
    {
        keys.MapGet("", ListKeys.Get)
            .WithName("ListKeys")
            .WithSummary("List the keys that can be changed while the town serves")
            .Produces<IReadOnlyList<ListedKey>>();
        keys.MapPost("/{name}/rotations", RotateKey.PostAsync).LimitBody(1024)
            .WithName("RotateKey")
            .WithSummary("Announce the next key")
            .WithDescription("It is made at once and used from the time named on; what the old one made counts until accepted_until. A change that is announced already stays as it is.")
            .Produces<ListedKey>(StatusCodes.Status202Accepted).ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static void AddIdentity(IServiceCollection services)
    {
        services.AddScoped<IUserClaimsPrincipalFactory<StaffAccount>, StaffClaims>().AddScoped<IUserConfirmation<StaffAccount>, StaffMaySignIn>();
        services.AddIdentityCore<StaffAccount>(identity => identity.SignIn.RequireConfirmedAccount = true).AddUserStore<StaffStore>().AddSignInManager();
        services.AddOptions<IdentityPasskeyOptions>().Configure<IOptions<TownOptions>>((passkeys, town) => PasskeyRules.Configure(passkeys, town.Value));
        services.Configure<SecurityStampValidatorOptions>(sessions => sessions.ValidationInterval = SessionCheck);
    }

    private static void AddSessions(IServiceCollection services)
    {
        services.AddAuthorization();
        var authentication = services.AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddScheme<AuthenticationSchemeOptions, ManagementKeyAuthentication>(ManagementKeyAuthentication.SchemeName, null)
            .AddScheme<AuthenticationSchemeOptions, ClientTokenAuthentication>(ClientTokenAuthentication.SchemeName, null);
        authentication.AddIdentityCookies();
        foreach (var ceremony in PasskeyCookies.All)
            authentication.AddCookie(ceremony, cookie => PasskeyCookies.Configure(cookie, ceremony));
        services.AddSingleton<StaffCookie>();
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme).Configure<StaffCookie>((options, cookie) => cookie.Configure(options));
        services.AddRateLimiter(limits => limits.AddPolicy<IPAddress, SignInLimit>(SignInLimit.Name));
        services.AddAntiforgery();
    }

    private static void AddActions(IServiceCollection services)
    {
        services.AddSingleton(provider => new StaffDirectory(provider.GetRequiredService<IDbContextFactory<AccountsDb>>(), provider.GetRequiredService<IOptions<TownOptions>>()));
        services.AddSingleton<ManagementKey>().AddSingleton<StaffAudit>().AddSingleton<EnrolmentLinks>().AddSingleton<ReadEnrolment>().AddSingleton<PasskeyMaking>();
        services.AddSingleton<InviteStaff>().AddSingleton<RenewEnrolment>().AddSingleton<ListStaff>().AddSingleton<LockStaff>();
        services.AddSingleton<ListKeys>().AddSingleton<RotateKey>();
        services.AddScoped<CurrentStaff>().AddScoped<PasskeyOwner>().AddScoped<Ceremonies<StaffAccount>>().AddScoped<OpenSession>();
        services.AddScoped<SignInAsDemoStaff>().AddScoped<SignInWithPasskey>().AddScoped<EnrolStaff>();
        services.AddScoped<ListPasskeys>().AddScoped<AddPasskey>().AddScoped<RemovePasskey>();
    }
}
