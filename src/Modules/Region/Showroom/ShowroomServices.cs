using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Towns;
using Modellstadt.Region.Showroom.BigScreen;

namespace Modellstadt.Region.Showroom;

/// <summary>What the pages of the showroom need.</summary>
internal static class ShowroomServices
{
    public static void AddShowroom(this IServiceCollection services)
    {
        services.AddSingleton<ReadShowroom>().AddSingleton<LiveBoard>().AddSingleton<ReadScreen>();
        services.AddSingleton(provider => GuidingThemes.Read(Path.GetFullPath(provider.GetRequiredService<IOptions<TownOptions>>().Value.FactsDirectory)));
        services.AddShowroomCache();
    }
}
