using Microsoft.EntityFrameworkCore;
using Modellstadt.Accounts.Clients;
using Modellstadt.Kernel.Storage;
using Modellstadt.Kernel.Towns;

namespace Modellstadt.Accounts.Storage;

/// <summary>The tables of staff accounts.</summary>
internal sealed class AccountsDb(DbContextOptions<AccountsDb> options) : ModuleDb(options)
{
    public DbSet<StaffAccount> Staff => Set<StaffAccount>();

    public DbSet<StaffPasskey> Passkeys => Set<StaffPasskey>();

    public DbSet<Enrolment> Enrolments => Set<Enrolment>();

    public DbSet<ApiClient> Clients => Set<ApiClient>();

    /// <summary>The accounts that count here: those of this town, made-up ones only while the town is a demo.</summary>
    public IQueryable<StaffAccount> StaffOf(TownOptions town) => Staff.Where(account => account.Ags == town.Ags && (!account.Demo || town.Demo));

    protected override void MapTables(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<StaffAccount>().ToTable("staff").HasKey(account => account.Id);
        modelBuilder.Entity<StaffPasskey>().ToTable("passkeys").HasKey(passkey => passkey.Id);
        modelBuilder.Entity<Enrolment>().ToTable("enrolments").HasKey(enrolment => enrolment.SecretHash);
        modelBuilder.Entity<ApiClient>().ToTable("clients").HasKey(client => client.Id);
        modelBuilder.Entity<StaffPasskey>().HasOne<StaffAccount>().WithMany().HasForeignKey(passkey => passkey.StaffId);
        modelBuilder.Entity<Enrolment>().HasOne<StaffAccount>().WithMany().HasForeignKey(enrolment => enrolment.StaffId);
    }
}
