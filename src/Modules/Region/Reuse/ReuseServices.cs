using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Accounts;
using Modellstadt.Region.Feeds;
using Modellstadt.Region.Reuse.Office;

namespace Modellstadt.Region.Reuse;

/// <summary>What taking results over from other towns needs.</summary>
internal static class ReuseServices
{
    public static void AddReuse(this IServiceCollection services)
    {
        services.AddSingleton<ReadReuse>().AddSingleton<SignReuse>().AddSingleton<DeclareReuse>().AddSingleton<ConfirmReuse>();
        services.AddSingleton<INoteReader, TakeOverReuse>();
        services.AddOfficeLink(ReuseAddresses.List, new("Übernahmen", "Take-overs"), 70, StaffRole.Clerk, StaffRole.ProjectOffice);
    }

    public static void MapReuse(this IEndpointRouteBuilder endpoints)
    {
        ServeCredentials.Map(endpoints);
        OpenStory.Map(endpoints);
    }
}
