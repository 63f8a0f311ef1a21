using Microsoft.EntityFrameworkCore;
using Modellstadt.Region.Storage;

namespace Modellstadt.Region.Projects;

/// <summary>A state that a project was in.</summary>
/// <param name="Number">1 for the first.</param>
/// <param name="At">Since when.</param>
/// <param name="By">The account, or <see cref="SeedProjects.Collection"/>.</param>
/// <param name="Reason">Why it changed.</param>
/// <param name="Project">The whole state.</param>
internal sealed record ProjectVersion(int Number, DateTimeOffset At, string By, string Reason, Project Project);

/// <summary>Reads the register of projects.</summary>
internal sealed class ReadProjects(IDbContextFactory<RegionDb> databases)
{
    /// <summary>Every entry as it is today, offices and parts included, by title; without what was withdrawn.</summary>
    public async Task<IReadOnlyList<Project>> AllAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var contents = await database.Projects.AsNoTracking().Select(row => row.Content).ToListAsync(cancellationToken);
        return [.. contents.Select(Project.Read).Where(project => project.Withdrawn is null).OrderBy(project => project.Title, StringComparer.InvariantCultureIgnoreCase)];
    }

    /// <summary>These entries as they are today, withdrawn ones too: what is linked to them is not lost.</summary>
    public async Task<IReadOnlyDictionary<string, Project>> WithWithdrawnAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var contents = await database.Projects.AsNoTracking().Where(row => ids.Contains(row.Id)).Select(row => row.Content).ToListAsync(cancellationToken);
        return contents.Select(Project.Read).ToDictionary(project => project.Id);
    }

    /// <summary>Every entry that a town leads, by title; what was withdrawn, too.</summary>
    public async Task<IReadOnlyList<Project>> OfTownAsync(string ags, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var contents = await database.Projects.AsNoTracking().Where(row => row.Town == ags).Select(row => row.Content).ToListAsync(cancellationToken);
        return [.. contents.Select(Project.Read).OrderBy(project => project.Title, StringComparer.InvariantCultureIgnoreCase)];
    }

    /// <summary>Every state of an entry, the newest first, of a withdrawn one the withdrawal alone; empty when there is no such entry.</summary>
    public async Task<IReadOnlyList<ProjectVersion>> HistoryAsync(string id, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var rows = await database.ProjectVersions.AsNoTracking().Where(row => row.ProjectId == id).OrderByDescending(row => row.Version).ToListAsync(cancellationToken);
        var versions = rows.ConvertAll(row => new ProjectVersion(row.Version, row.ChangedAt, row.ChangedBy, row.Reason, Project.Read(row.Content)));
        return versions is [{ Project.Withdrawn: not null } withdrawal, ..] ? [withdrawal] : versions;
    }
}
