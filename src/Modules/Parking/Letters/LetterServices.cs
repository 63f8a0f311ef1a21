using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Events;
using Modellstadt.Kernel.Privacy;
using Modellstadt.Kernel.Towns;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Letters;

/// <summary>What letters and messages about permits need.</summary>
internal static class LetterServices
{
    public static void AddLetters(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<LetterOptions>().Bind(configuration.GetSection("Parking:Office")).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider => RemedyFile.Read(Path.GetFullPath(provider.GetRequiredService<IOptions<TownOptions>>().Value.FactsDirectory)));
        services.AddSingleton<DecisionLetters>();
        services.AddScoped<ReadDecision>();
        services.AddSingleton<NewsOutbox>();
        services.AddSingleton<GiveEmail>();
        services.AddSingleton<IOutboxReceiver<ParkingDb>, SendNews>();
        services.AddSingleton<IRetainedRecords, ForgottenContacts>();
        services.AddSingleton<IPersonalRecords, KeptContacts>();
    }

    public static void MapLetters(this IEndpointRouteBuilder endpoints) => PrintDecision.Map(endpoints);
}
