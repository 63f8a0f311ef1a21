using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Storage;

namespace Modellstadt.Messages.Storage;

/// <summary>Messages, e-mail addresses and batches of letters.</summary>
internal sealed class MessagesDb(DbContextOptions<MessagesDb> options) : ModuleDb(options)
{
    /// <summary>Messages, without content after their time.</summary>
    public DbSet<Message> Messages => Set<Message>();

    /// <summary>E-mail addresses and whether they are confirmed.</summary>
    public DbSet<EmailAddress> EmailAddresses => Set<EmailAddress>();

    /// <summary>Letters that were printed together.</summary>
    public DbSet<PrintBatch> PrintBatches => Set<PrintBatch>();

    /// <inheritdoc />
    protected override void MapTables(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Message>().ToTable("messages");
        modelBuilder.Entity<EmailAddress>().ToTable("email_addresses").HasKey(address => new { address.Ags, address.Owner });
        modelBuilder.Entity<PrintBatch>().ToTable("print_batches");
    }
}
