using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Storage;

namespace Modellstadt.Registers;

/// <summary>What the module keeps: changes that wait for their receivers (the outbox), and what happened to the made-up people of a demo.</summary>
internal sealed class RegistersDb(DbContextOptions<RegistersDb> options) : ModuleDb(options)
{
    public DbSet<StoredDemoChange> DemoChanges => Set<StoredDemoChange>();

    protected override void MapTables(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<StoredDemoChange>().ToTable("demo_changes").HasKey(change => change.Number);
    }
}
