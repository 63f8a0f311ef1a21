using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Accounts;

namespace Modellstadt.Region.Office;

/// <summary>What the project office's pages need.</summary>
internal static class ProjectOfficeServices
{
    public static void AddProjectOffice(this IServiceCollection services)
    {
        services.AddSingleton<CompareProjects>();
        services.AddOfficeLink(ProjectListPage.Address, new("Projekte", "Projects"), 66, StaffRole.Clerk, StaffRole.ProjectOffice);
    }

    public static void MapProjectOffice(this IEndpointRouteBuilder endpoints) => AnswerComparison.Map(endpoints);
}
