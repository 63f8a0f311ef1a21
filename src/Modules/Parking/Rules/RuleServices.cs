using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Towns;
using Modellstadt.Parking.Facts;

namespace Modellstadt.Parking.Rules;

/// <summary>What the town's rules need.</summary>
internal static class RuleServices
{
    public static void AddRules(this IServiceCollection services)
    {
        services.AddSingleton(ReadShipped);
        services.AddSingleton<TownRules>();
    }

    private static ParkingFacts ReadShipped(IServiceProvider provider)
    {
        var town = provider.GetRequiredService<IOptions<TownOptions>>().Value;
        return new FactFiles(Path.GetFullPath(town.FactsDirectory)).Of(town.Ags, withOverlay: town.Demo);
    }
}
