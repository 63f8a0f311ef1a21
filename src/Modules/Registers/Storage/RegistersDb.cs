using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Storage;

namespace Modellstadt.Registers;

/// <summary>What the module keeps: the last good export, changes that wait for their receivers (the outbox), what happened to the made-up people of a demo.</summary>
internal sealed class RegistersDb(DbContextOptions<RegistersDb> options) : ModuleDb(options)
{
    public DbSet<StoredDemoChange> DemoChanges => Set<StoredDemoChange>();

    public DbSet<StoredExport> Exports => Set<StoredExport>();

    public DbSet<StoredResident> Residents => Set<StoredResident>();

    public DbSet<StoredVehicle> Vehicles => Set<StoredVehicle>();

    public DbSet<FollowedPoint> Points => Set<FollowedPoint>();

    /// <summary>True when an export of that register is in force.</summary>
    public Task<bool> HasExportAsync(string name, CancellationToken cancellationToken) => Exports.AnyAsync(export => export.Name == name && export.AcceptedFile != null, cancellationToken);

    protected override void MapTables(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<StoredDemoChange>().ToTable("demo_changes").HasKey(change => change.Number);
        var exports = modelBuilder.Entity<StoredExport>().ToTable("exports");
        exports.HasKey(export => export.Name);
        exports.Property(export => export.Revision).IsConcurrencyToken();
        exports.Ignore(export => export.FirstProblems);
        var points = modelBuilder.Entity<FollowedPoint>().ToTable("followed_points");
        points.HasKey(point => point.Register);
        points.Property(point => point.Revision).IsConcurrencyToken();
        modelBuilder.Entity<StoredResident>().ToTable("residents").HasKey(resident => resident.Key);
        modelBuilder.Entity<StoredVehicle>().ToTable("vehicles").HasKey(vehicle => vehicle.Key);
    }
}
