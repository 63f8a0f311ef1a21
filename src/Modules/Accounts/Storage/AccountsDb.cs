using Microsoft.EntityFrameworkCore;
using Modellstadt.Accounts.Clients;
using Modellstadt.Kernel.Storage;
using Modellstadt.Kernel.Towns;

namespace Modellstadt.Accounts.Storage;

/// <summary>The tables of staff, of citizens and of clients.</summary>
internal sealed class AccountsDb(DbContextOptions<AccountsDb> options) : ModuleDb(options)
{
    public DbSet<StaffAccount> Staff => Set<StaffAccount>();

    public DbSet<StaffPasskey> Passkeys => Set<StaffPasskey>();

    public DbSet<Enrolment> Enrolments => Set<Enrolment>();

    public DbSet<ApiClient> Clients => Set<ApiClient>();

    public DbSet<CitizenAccount> Citizens => Set<CitizenAccount>();

    public DbSet<CitizenMeans> CitizenMeans => Set<CitizenMeans>();

    public DbSet<CitizenPasskey> CitizenPasskeys => Set<CitizenPasskey>();

    public DbSet<CitizenSession> CitizenSessions => Set<CitizenSession>();

    /// <summary>The accounts that count here: those of this town, made-up ones only while the town is a demo.</summary>
    public IQueryable<StaffAccount> StaffOf(TownOptions town) => Staff.Where(account => account.Ags == town.Ags && (!account.Demo || town.Demo));

    protected override void MapTables(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<StaffAccount>().ToTable("staff").HasKey(account => account.Id);
        modelBuilder.Entity<StaffPasskey>().ToTable("passkeys").HasKey(passkey => passkey.Id);
        modelBuilder.Entity<Enrolment>().ToTable("enrolments").HasKey(enrolment => enrolment.SecretHash);
        modelBuilder.Entity<ApiClient>().ToTable("clients").HasKey(client => client.Id);
        modelBuilder.Entity<CitizenAccount>().ToTable("citizens").HasKey(account => account.Id);
        modelBuilder.Entity<CitizenMeans>().ToTable("citizen_means").HasOne<CitizenAccount>().WithMany().HasForeignKey(means => means.AccountId);
        var passkeys = modelBuilder.Entity<CitizenPasskey>();
        passkeys.ToTable("citizen_passkeys").HasKey(passkey => passkey.MeansId);
        passkeys.HasOne<CitizenMeans>().WithMany().HasForeignKey(passkey => passkey.MeansId);
        passkeys.HasOne<CitizenAccount>().WithMany().HasForeignKey(passkey => passkey.AccountId);
        var sessions = modelBuilder.Entity<CitizenSession>().ToTable("citizen_sessions");
        sessions.HasOne<CitizenAccount>().WithMany().HasForeignKey(session => session.AccountId);
        sessions.HasOne<CitizenMeans>().WithMany().HasForeignKey(session => session.MeansId);
        modelBuilder.Entity<StaffPasskey>().HasOne<StaffAccount>().WithMany().HasForeignKey(passkey => passkey.StaffId);
        modelBuilder.Entity<Enrolment>().HasOne<StaffAccount>().WithMany().HasForeignKey(enrolment => enrolment.StaffId);
    }
}
