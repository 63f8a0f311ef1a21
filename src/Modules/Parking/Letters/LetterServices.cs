using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Towns;

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
    }

    public static void MapLetters(this IEndpointRouteBuilder endpoints) => PrintDecision.Map(endpoints);
}
