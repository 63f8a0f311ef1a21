using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Storage;

namespace Modellstadt.Wallets.Storage;

/// <summary>Wallets, their sealed lists, what they hold, their notices, and proofs that were used.</summary>
internal sealed class WalletsDb(DbContextOptions<WalletsDb> options) : ModuleDb(options)
{
    public DbSet<WalletRow> Wallets => Set<WalletRow>();

    public DbSet<ListRow> Lists => Set<ListRow>();

    public DbSet<UsedProofRow> UsedProofs => Set<UsedProofRow>();

    public DbSet<HoldingRow> Holdings => Set<HoldingRow>();

    public DbSet<NoticeRow> Notices => Set<NoticeRow>();

    protected override void MapTables(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<WalletRow>().ToTable("wallets").HasKey(wallet => wallet.Id);
        modelBuilder.Entity<ListRow>().ToTable("lists").HasKey(list => list.WalletId);
        modelBuilder.Entity<HoldingRow>().ToTable("holdings").HasKey(holding => new { holding.WalletId, holding.Fingerprint });
        modelBuilder.Entity<NoticeRow>().ToTable("notices").HasKey(notice => notice.Id);
        modelBuilder.Entity<UsedProofRow>().ToTable("used_proofs").HasKey(proof => proof.Id);
    }
}
