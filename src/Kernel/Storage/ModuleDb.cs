using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Events;

namespace Modellstadt.Kernel.Storage;

/// <summary>
/// A module's own database: a file in SQLite, a schema in PostgreSQL. Columns look the same in both: points in time are
/// milliseconds since 1970 (bigint), dates ISO 8601 text, identifiers UUID text, names snake_case.
/// </summary>
public abstract class ModuleDb(DbContextOptions options) : DbContext(options)
{
    /// <summary>Messages to other modules, stored in the transaction that caused them.</summary>
    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();

    /// <summary>Who did what, stored in the transaction that did it.</summary>
    public DbSet<AuditEntry> Audit => Set<AuditEntry>();

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UnixMilliseconds>();
        configurationBuilder.Properties<DateOnly>().HaveConversion<IsoDate>();
        configurationBuilder.Properties<Guid>().HaveConversion<UuidText>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
    }

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.Entity<OutboxMessage>().ToTable("outbox").HasKey(message => message.Id);
        modelBuilder.Entity<AuditEntry>().ToTable("audit").HasKey(entry => entry.Id);
        MapTables(modelBuilder);
        SnakeCase.Apply(modelBuilder);
    }

    /// <summary>Maps the module's tables; the names of columns follow by themselves.</summary>
    protected abstract void MapTables(ModelBuilder modelBuilder);

    private sealed class UnixMilliseconds() : ValueConverter<DateTimeOffset, long>(
        time => time.ToUnixTimeMilliseconds(), milliseconds => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));

    private sealed class IsoDate() : ValueConverter<DateOnly, string>(
        date => date.ToString("O", CultureInfo.InvariantCulture), text => DateOnly.ParseExact(text, "O", CultureInfo.InvariantCulture));

    private sealed class UuidText() : ValueConverter<Guid, string>(id => id.ToString("D"), text => Guid.ParseExact(text, "D"));
}
