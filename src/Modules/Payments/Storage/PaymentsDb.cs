using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Storage;
using Modellstadt.Payments.Ledger;
using Modellstadt.Payments.Owed;

namespace Modellstadt.Payments.Storage;

/// <summary>What is owed, and the ledger of every cent.</summary>
internal sealed class PaymentsDb(DbContextOptions<PaymentsDb> options) : ModuleDb(options)
{
    /// <summary>What persons owe the town.</summary>
    public DbSet<Receivable> Receivables => Set<Receivable>();

    /// <summary>The entries of the ledger; the database refuses to change or delete one.</summary>
    public DbSet<LedgerEntry> Entries => Set<LedgerEntry>();

    /// <summary>The lines of all entries.</summary>
    public DbSet<LedgerLine> Lines => Set<LedgerLine>();

    /// <inheritdoc />
    protected override void MapTables(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Receivable>().ToTable("receivables");
        var entries = modelBuilder.Entity<LedgerEntry>().ToTable("ledger_entries");
        entries.HasKey(entry => entry.Number);
        entries.Property(entry => entry.Number).ValueGeneratedNever();
        entries.HasMany(entry => entry.Lines).WithOne().HasForeignKey(line => line.Entry);
        modelBuilder.Entity<LedgerLine>().ToTable("ledger_lines").HasKey(line => new { line.Entry, line.Position });
    }
}
