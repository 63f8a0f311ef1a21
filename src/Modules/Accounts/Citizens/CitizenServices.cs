using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Modellstadt.Accounts.Passkeys;
using Modellstadt.Accounts.Storage;
using Modellstadt.Kernel.Privacy;
using Modellstadt.Kernel.Towns;

namespace Modellstadt.Accounts.Citizens;

/// <summary>What the accounts of citizens need.</summary>
internal static class CitizenServices
{
    public static void AddCitizens(this IServiceCollection services)
    {
        services.AddSingleton<CitizenAccounts>();
        services.AddSingleton(provider => new CitizenSessions(
            provider.GetRequiredService<IDbContextFactory<AccountsDb>>(), provider.GetRequiredService<CitizenAccounts>(),
            provider.GetRequiredService<IOptions<TownOptions>>(), provider.GetRequiredService<TimeProvider>()));
        services.AddScoped<CurrentCitizen>();
        services.AddSingleton<ReadCitizenAccount>().AddSingleton<EndMeans>().AddSingleton<SignOutEverywhere>();
        services.AddSingleton<IRetainedRecords, UnusedCitizenAccounts>().AddSingleton<IRetainedRecords, PastCitizenSignIns>();
        services.AddSingleton<IPersonalRecords, KeptCitizenAccounts>();
        services.AddPasskeys();
    }

    public static void MapCitizens(this IEndpointRouteBuilder endpoints)
    {
        EndCitizenSession.Map(endpoints);
        SignOutEverywhere.Map(endpoints);
        AddCitizenPasskey.Map(endpoints);
        SignInWithCitizenPasskey.Map(endpoints);
    }

    /// <summary>The ceremonies of staff once more, over the passkeys of citizens.</summary>
    private static void AddPasskeys(this IServiceCollection services)
    {
        services.AddIdentityCore<CitizenAccount>().AddUserStore<CitizenPasskeys>();
        services.AddScoped<IPasskeyHandler<CitizenAccount>, PasskeyHandler<CitizenAccount>>().AddScoped<Ceremonies<CitizenAccount>>();
        services.AddScoped<FreshSignIn>().AddScoped<AddCitizenPasskey>().AddScoped<SignInWithCitizenPasskey>();
    }
}
