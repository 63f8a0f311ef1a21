using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Pages;
using Modellstadt.Region.Projects;

namespace Modellstadt.Region.Reuse.Office;

/// <summary>A choice of project and town in the overview leads to the page of that take-over.</summary>
internal static class OpenStory
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet(ReuseAddresses.Open, Respond).RequireStaff(StaffRole.Clerk, StaffRole.ProjectOffice).ExcludeFromDescription();

    private static async Task<SeeOther> Respond(string? project, string? town, ReadProjects register, RegionFacts facts, CancellationToken cancellationToken) =>
        (await register.AllAsync(cancellationToken)).FirstOrDefault(found => found.Id == project) is { } chosen && facts.Find(town ?? "") is { } taker
            ? new SeeOther(ReuseAddresses.Story(chosen.Id, taker.Ags))
            : new SeeOther(ReuseAddresses.List);
}
