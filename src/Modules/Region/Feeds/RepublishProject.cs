using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Towns;
using Modellstadt.Region.Projects;
using Modellstadt.Region.Storage;

namespace Modellstadt.Region.Feeds;

/// <summary>Publishes a withdrawn project of this town again, as it stood before, here and, through the feed, everywhere.</summary>
internal sealed class RepublishProject(IDbContextFactory<RegionDb> databases, AuditTrail audit, IOptions<TownOptions> town, TimeProvider time)
{
    /// <summary>Publishes; harmless when it stands.</summary>
    public async Task<Outcome<string>> RepublishAsync(string id, string? reason, string actor, CancellationToken cancellationToken)
    {
        if (WithdrawProject.ReasonIn(reason) is not { } given)
            return new RepublicationNeedsReason();

        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (await database.Projects.SingleOrDefaultAsync(found => found.Id == id, cancellationToken) is not { } row)
            return new NoSuchProject();

        var project = Project.Read(row.Content);
        if (row.Town != town.Value.Ags)
            return new ProjectOfAnotherTown(project.Lead.Name);
        if (project.Withdrawn is null)
            return id;
        if (await LastStandingAsync(database, id, cancellationToken) is not { } standing)
            return new NoSuchProject();

        (row.Version, row.ChangedAt, row.Content) = (row.Version + 1, time.GetUtcNow(), standing.Write());
        database.ProjectVersions.Add(new ProjectVersionRow { ProjectId = id, Version = row.Version, ChangedAt = row.ChangedAt, ChangedBy = actor, Reason = given, Content = row.Content });
        audit.Add(database, actor, "project-republished", $"project/{id}", given);
        try
        {
            await database.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            return new RepublicationOvertaken();
        }

        return id;
    }

    /// <summary>The newest state before it was withdrawn.</summary>
    private static async Task<Project?> LastStandingAsync(RegionDb database, string id, CancellationToken cancellationToken)
    {
        var versions = await database.ProjectVersions.AsNoTracking().Where(version => version.ProjectId == id).OrderByDescending(version => version.Version).Select(version => version.Content).ToListAsync(cancellationToken);
        return versions.Select(Project.Read).FirstOrDefault(project => project.Withdrawn is null);
    }
}
