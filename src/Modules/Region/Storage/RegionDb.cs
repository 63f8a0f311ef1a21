using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Storage;

namespace Modellstadt.Region.Storage;

/// <summary>Projects with all their states.</summary>
internal sealed class RegionDb(DbContextOptions<RegionDb> options) : ModuleDb(options)
{
    public DbSet<ProjectRow> Projects => Set<ProjectRow>();

    public DbSet<ProjectVersionRow> ProjectVersions => Set<ProjectVersionRow>();

    protected override void MapTables(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<ProjectRow>().ToTable("projects").HasKey(project => project.Id);
        modelBuilder.Entity<ProjectRow>().Property(project => project.Version).IsConcurrencyToken();
        modelBuilder.Entity<ProjectVersionRow>().ToTable("project_versions").HasKey(version => new { version.ProjectId, version.Version });
    }
}
