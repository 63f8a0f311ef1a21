using Microsoft.Extensions.DependencyInjection;

namespace Modellstadt.Region.Showroom;

/// <summary>What the pages of the showroom need.</summary>
internal static class ShowroomServices
{
    public static void AddShowroom(this IServiceCollection services)
    {
        services.AddSingleton<ReadShowroom>().AddSingleton<LiveBoard>();
        services.AddShowroomCache();
    }
}
