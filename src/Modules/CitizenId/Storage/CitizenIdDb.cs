using Microsoft.EntityFrameworkCore;
using Modellstadt.CitizenId.SignIn;
using Modellstadt.Kernel.Storage;

namespace Modellstadt.CitizenId;

/// <summary>What the module keeps: which reference means whom, and how far each identification and each sign-in is.</summary>
internal sealed class CitizenIdDb(DbContextOptions<CitizenIdDb> options) : ModuleDb(options)
{
    public DbSet<CitizenReference> References => Set<CitizenReference>();

    public DbSet<IdentificationRequest> Requests => Set<IdentificationRequest>();

    public DbSet<SignInRequest> SignIns => Set<SignInRequest>();

    protected override void MapTables(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<CitizenReference>().ToTable("citizen_references").HasKey(reference => reference.ResidentId);
        var requests = modelBuilder.Entity<IdentificationRequest>().ToTable("identification_requests");
        requests.HasKey(request => request.Id);
        requests.ComplexProperty(request => request.Presentation);
        // Two who decide at once: the second one finds the state changed and yields.
        requests.Property(request => request.State).IsConcurrencyToken();
        modelBuilder.Entity<SignInRequest>().ToTable("sign_ins").ComplexProperty(signIn => signIn.Presentation);
    }
}
