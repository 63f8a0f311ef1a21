using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Towns;
using Modellstadt.Verifier;

namespace Modellstadt.CitizenId.OtherTowns;

/// <summary>What the citizen IDs of other towns need; the setting is checked at the start.</summary>
internal static class OtherTownServices
{
    public static void AddOtherTowns(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<CitizenIdOptions>().Bind(configuration.GetSection("CitizenId")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<CitizenIdOptions>, TownsFit>();
        services.AddSingleton(provider => new AcceptedTowns(provider.GetRequiredService<IOptions<CitizenIdOptions>>(), provider.GetRequiredService<IOptions<TownOptions>>()));
        services.AddHostedService<TellAcceptedTowns>();
        services.AddSingleton<PersonQuestion>().AddSingleton<FindHere>();
        services.AddSingleton(provider => new ShownCitizenIds(
            provider.GetRequiredService<Presentations>(), provider.GetRequiredService<PersonQuestion>(), provider.GetRequiredService<CitizenIds>(),
            provider.GetRequiredService<AcceptedTowns>(), provider.GetRequiredService<FindHere>(), provider.GetRequiredService<CitizenSessions>()));
    }
}
