using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Storage;

namespace Modellstadt.Wallets.Storage;

/// <summary>Wallets, their sealed lists, what they hold, their notices and pushes, mailboxes between phones, and proofs that were used.</summary>
internal sealed class WalletsDb(DbContextOptions<WalletsDb> options) : ModuleDb(options)
{
    public DbSet<WalletRow> Wallets => Set<WalletRow>();

    public DbSet<ListRow> Lists => Set<ListRow>();

    public DbSet<UsedProofRow> UsedProofs => Set<UsedProofRow>();

    public DbSet<HoldingRow> Holdings => Set<HoldingRow>();

    public DbSet<NoticeRow> Notices => Set<NoticeRow>();

    public DbSet<RelayRow> Relays => Set<RelayRow>();

    public DbSet<SubscriptionRow> Subscriptions => Set<SubscriptionRow>();

    public DbSet<PushRow> Pushes => Set<PushRow>();

    protected override void MapTables(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<WalletRow>().ToTable("wallets").HasKey(wallet => wallet.Id);
        modelBuilder.Entity<ListRow>().ToTable("lists").HasKey(list => list.WalletId);
        modelBuilder.Entity<HoldingRow>().ToTable("holdings").HasKey(holding => new { holding.WalletId, holding.Fingerprint });
        modelBuilder.Entity<NoticeRow>().ToTable("notices").HasKey(notice => notice.Id);
        modelBuilder.Entity<RelayRow>().ToTable("relays").HasKey(relay => relay.MailboxHash);
        modelBuilder.Entity<SubscriptionRow>().ToTable("subscriptions").HasKey(subscription => subscription.WalletId);
        modelBuilder.Entity<PushRow>().ToTable("pushes").HasKey(push => push.WalletId);
        modelBuilder.Entity<UsedProofRow>().ToTable("used_proofs").HasKey(proof => proof.Id);
    }
}
