using Microsoft.EntityFrameworkCore;
using Modellstadt.Region.Projects;
using Modellstadt.Region.Storage;

namespace Modellstadt.Region.Funding;

/// <summary>Whether money can belong to a project.</summary>
internal static class RegisteredProject
{
    /// <summary>True when the register has it and its town has not withdrawn it.</summary>
    public static async Task<bool> ExistsAsync(RegionDb database, string id, CancellationToken cancellationToken) =>
        await database.Projects.AsNoTracking().Where(row => row.Id == id).Select(row => row.Content).SingleOrDefaultAsync(cancellationToken) is { } content
            && Project.Read(content).Withdrawn is null;
}
