using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Storage;

namespace Modellstadt.Verifier.Storage;

/// <summary>The verifier's tables.</summary>
internal sealed class VerifierDb(DbContextOptions<VerifierDb> options) : ModuleDb(options)
{
    public DbSet<AskedPresentation> Presentations => Set<AskedPresentation>();

    protected override void MapTables(ModelBuilder modelBuilder) =>
        modelBuilder.Entity<AskedPresentation>().ToTable("presentations").HasKey(presentation => presentation.Id);
}
