using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Storage;
using Modellstadt.Payments.Ledger;
using Modellstadt.Payments.Owed;
using Modellstadt.Payments.Refunding;
using Modellstadt.Payments.Reminders;
using Modellstadt.Payments.Statements;

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

    /// <summary>Statements of the bank that were taken into the books.</summary>
    public DbSet<BankStatement> Statements => Set<BankStatement>();

    /// <summary>Their movements, and what became of each.</summary>
    public DbSet<BankMovement> Movements => Set<BankMovement>();

    /// <summary>Wishes to give up what is open.</summary>
    public DbSet<WriteOff> WriteOffs => Set<WriteOff>();

    /// <summary>The levels that receivables have reached.</summary>
    public DbSet<Reminder> Reminders => Set<Reminder>();

    /// <summary>Money that goes back.</summary>
    public DbSet<Refund> Refunds => Set<Refund>();

    /// <summary>The files of refunds.</summary>
    public DbSet<RefundFile> RefundFiles => Set<RefundFile>();

    /// <inheritdoc />
    protected override void MapTables(ModelBuilder modelBuilder)
    {
        var receivables = modelBuilder.Entity<Receivable>().ToTable("receivables").Ignore(receivable => receivable.RefundIban).Ignore(receivable => receivable.RefundName);
        receivables.HasMany(receivable => receivable.Reminders).WithOne().HasForeignKey(reminder => reminder.ReceivableId);
        receivables.Navigation(receivable => receivable.Reminders).AutoInclude();
        modelBuilder.Entity<Reminder>().ToTable("reminders").HasKey(reminder => new { reminder.ReceivableId, reminder.Level });
        modelBuilder.Entity<Refund>().ToTable("refunds").Ignore(refund => refund.Source);
        modelBuilder.Entity<WriteOff>().ToTable("write_offs").HasKey(wish => wish.ReceivableId);
        modelBuilder.Entity<RefundFile>().ToTable("refund_files");
        modelBuilder.Entity<BankStatement>().ToTable("bank_statements");
        modelBuilder.Entity<BankMovement>().ToTable("bank_movements");
        var entries = modelBuilder.Entity<LedgerEntry>().ToTable("ledger_entries");
        entries.HasKey(entry => entry.Number);
        entries.Property(entry => entry.Number).ValueGeneratedNever();
        entries.HasMany(entry => entry.Lines).WithOne().HasForeignKey(line => line.Entry);
        modelBuilder.Entity<LedgerLine>().ToTable("ledger_lines").HasKey(line => new { line.Entry, line.Position });
    }
}
