using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Accounts;

namespace Modellstadt.Region.Office;

/// <summary>What the project office's pages need.</summary>
internal static class ProjectOfficeServices
{
    public static void AddProjectOffice(this IServiceCollection services) =>
        services.AddOfficeLink(ProjectListPage.Address, new("Projekte", "Projects"), 70, StaffRole.Clerk, StaffRole.ProjectOffice);
}
