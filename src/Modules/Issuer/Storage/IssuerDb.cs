using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Storage;

namespace Modellstadt.Issuer.Storage;

/// <summary>Offers, authorizations, access tokens, deferrals, used nonces, copies, what was said of them, their status lists, and suspensions.</summary>
internal sealed class IssuerDb(DbContextOptions<IssuerDb> options) : ModuleDb(options)
{
    public DbSet<OfferRow> Offers => Set<OfferRow>();

    public DbSet<AccessTokenRow> AccessTokens => Set<AccessTokenRow>();

    public DbSet<AuthorizationRow> Authorizations => Set<AuthorizationRow>();

    public DbSet<UsedNonceRow> UsedNonces => Set<UsedNonceRow>();

    public DbSet<StatusListRow> StatusLists => Set<StatusListRow>();

    public DbSet<SuspensionRow> Suspensions => Set<SuspensionRow>();

    public DbSet<CopyRow> Copies => Set<CopyRow>();

    public DbSet<DeferralRow> Deferrals => Set<DeferralRow>();

    public DbSet<IssuanceRow> Issuances => Set<IssuanceRow>();

    protected override void MapTables(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<OfferRow>().ToTable("offers").HasKey(offer => offer.Id);
        modelBuilder.Entity<AccessTokenRow>().ToTable("access_tokens").HasKey(token => token.TokenHash);
        modelBuilder.Entity<AuthorizationRow>().ToTable("authorizations").HasKey(authorization => authorization.Id);
        // A sum of flags, not one word.
        modelBuilder.Entity<AuthorizationRow>().Property(authorization => authorization.Traits).HasConversion<int>();
        modelBuilder.Entity<AccessTokenRow>().Property(token => token.Traits).HasConversion<int>();
        modelBuilder.Entity<DeferralRow>().ToTable("deferrals").HasKey(deferral => deferral.TransactionHash);
        modelBuilder.Entity<IssuanceRow>().ToTable("issuances").HasKey(issuance => issuance.NotificationHash);
        modelBuilder.Entity<UsedNonceRow>().ToTable("used_nonces").HasKey(nonce => nonce.Id);
        modelBuilder.Entity<StatusListRow>().ToTable("status_lists").HasKey(list => list.Number);
        modelBuilder.Entity<StatusListRow>().Property(list => list.Number).ValueGeneratedNever();
        modelBuilder.Entity<SuspensionRow>().ToTable("suspensions").HasKey(suspension => suspension.Subject);
        modelBuilder.Entity<CopyRow>().ToTable("copies").HasKey(copy => new { copy.List, copy.Position });
    }
}
