using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Modellstadt.Region.Storage;

namespace Modellstadt.Region.Projects;

/// <summary>
/// At start the projects of the collection come into the register, each once. All of them come in one transaction: a start that is killed
/// leaves none. What is there already stays as its town has it, whatever the collection says now.
/// </summary>
internal sealed class SeedProjects(IDbContextFactory<RegionDb> databases, RegionFacts facts, TimeProvider time) : IHostedService
{
    /// <summary>Stands where others name the account.</summary>
    public const string Collection = "collection";

    private const string Reason = "data/modellregion/projects.csv";

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        foreach (var project in facts.Projects)
            await AddAsync(database, project, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Several processes may start at once: the key lets one of them add the project.</summary>
    private async Task AddAsync(RegionDb database, Project project, CancellationToken cancellationToken)
    {
        var (now, content) = (time.GetUtcNow().ToUnixTimeMilliseconds(), project.Write());
        await database.Database.ExecuteSqlAsync(
            $"INSERT INTO projects (id, town, version, changed_at, content) VALUES ({project.Id}, {project.Lead.Ags}, 1, {now}, {content}) ON CONFLICT DO NOTHING",
            cancellationToken);
        await database.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO project_versions (project_id, version, changed_at, changed_by, reason, content)
            VALUES ({project.Id}, 1, {now}, {Collection}, {Reason}, {content}) ON CONFLICT DO NOTHING
            """,
            cancellationToken);
    }
}
