using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Modellstadt.Accounts.Storage;
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
    }

    public static void MapCitizens(this IEndpointRouteBuilder endpoints) => EndCitizenSession.Map(endpoints);
}
