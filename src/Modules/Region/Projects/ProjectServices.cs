using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Towns;

namespace Modellstadt.Region.Projects;

/// <summary>What the register of projects needs.</summary>
internal static class ProjectServices
{
    public static void AddProjects(this IServiceCollection services)
    {
        services.AddSingleton(provider => RegionFacts.Read(Path.GetFullPath(provider.GetRequiredService<IOptions<TownOptions>>().Value.FactsDirectory)));
        services.AddSingleton<ReadProjects>().AddSingleton<ChangeProject>().AddSingleton<CreateProject>().AddSingleton<FindProjects>();
        services.AddHostedService<SeedProjects>();
    }
}
