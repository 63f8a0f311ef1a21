using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Modellstadt.Kernel.Storage;
using Modellstadt.Testing;

namespace Modellstadt.Kernel.Tests.Storage;

/// <summary>A module's database as small as it can be: a shelf with books.</summary>
public sealed class ShelfDb(DbContextOptions<ShelfDb> options) : ModuleDb(options)
{
    public DbSet<Book> Books => Set<Book>();

    protected override void MapTables(ModelBuilder modelBuilder) => modelBuilder.Entity<Book>().ToTable("books");

    /// <summary>A running host with this database; disposing stops it.</summary>
    public static async Task<IHost> OpenAsync(TestDatabase database, Action<IServiceCollection>? more = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(database.Settings);
        builder.Services.AddLogging();
        builder.Services.AddKernel(builder.Configuration, new SettableTime(Now), new SeededRandomness(1));
        builder.Services.AddModuleDb<ShelfDb>("shelf");
        more?.Invoke(builder.Services);
        var host = builder.Build();
        await host.StartAsync();
        return host;
    }

    public static DateTimeOffset Now { get; } = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);
}

public sealed class Book
{
    public Guid Id { get; init; }
    public required string FullTitle { get; init; }
    public DateTimeOffset BoughtAt { get; init; }
    public DateOnly PublishedOn { get; init; }
    public DayOfWeek ReadOn { get; init; }
    public bool Lent { get; init; }
}
