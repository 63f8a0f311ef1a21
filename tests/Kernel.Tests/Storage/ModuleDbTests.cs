using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Kernel.Storage;
using Modellstadt.Testing;

namespace Modellstadt.Kernel.Tests.Storage;

public sealed class ModuleDbTests
{
    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task What_is_saved_is_found_again_after_a_restart(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var book = new Book
        {
            Id = new SeededRandomness(7).NewId(),
            FullTitle = "Müller-Łukaszewska: Über Straßen",
            BoughtAt = ShelfDb.Now,
            PublishedOn = new DateOnly(2020, 7, 14),
            ReadOn = DayOfWeek.Tuesday,
            Lent = true,
        };
        using (var host = await ShelfDb.OpenAsync(database))
        {
            await using var shelf = await Shelf(host);
            shelf.Add(book);
            await shelf.SaveChangesAsync();
        }

        using var again = await ShelfDb.OpenAsync(database);
        await using var reopened = await Shelf(again);
        var found = await reopened.Books.SingleAsync(candidate => candidate.BoughtAt >= ShelfDb.Now && candidate.Lent);
        Assert.Equivalent(book, found, strict: true);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_script_that_was_changed_after_it_had_been_applied_stops_the_start(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        using (var host = await ShelfDb.OpenAsync(database))
        {
            await using var shelf = await Shelf(host);
            await shelf.Database.ExecuteSqlRawAsync("UPDATE schema_scripts SET checksum = 'other' WHERE name = '001_books.sql'");
        }

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => ShelfDb.OpenAsync(database));
        Assert.Contains("001_books.sql", failure.Message, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Processes_that_start_together_apply_each_script_once(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var hosts = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => ShelfDb.OpenAsync(database))));
        await using var shelf = await Shelf(hosts[0]);
        Assert.Equal(0, await shelf.Books.CountAsync());
        foreach (var host in hosts)
            host.Dispose();
    }

    [Fact]
    public async Task Sqlite_keeps_an_acknowledged_write_through_a_power_cut()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        using var host = await ShelfDb.OpenAsync(database);
        await using var shelf = await Shelf(host);
        await shelf.Database.OpenConnectionAsync();
        Assert.Equal("wal", await Pragma(shelf, "journal_mode"));
        Assert.Equal("2", await Pragma(shelf, "synchronous"));
    }

    /// <summary>Many: pages become empty, and an empty page must be overwritten as well.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(1_000)]
    public async Task What_was_deleted_is_soon_in_none_of_the_files(int books)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        using var host = await ShelfDb.OpenAsync(database, services => services.AddSingleton<TimeProvider>(new HastyTime()));
        await using var shelf = await Shelf(host);
        var random = new SeededRandomness(7);
        shelf.AddRange(Enumerable.Range(0, books).Select(_ => new Book { Id = random.NewId(), FullTitle = "A very private diary" }));
        await shelf.SaveChangesAsync();
        Assert.NotEmpty(FilesWith(database, "A very private diary"));

        await shelf.Books.ExecuteDeleteAsync();

        for (var attempt = 0; attempt < 300 && FilesWith(database, "A very private diary").Length > 0; attempt++)
            await Task.Delay(50);
        await host.StopAsync();
        Assert.Empty(FilesWith(database, "A very private diary"));
    }

    private static string[] FilesWith(TestDatabase database, string text) =>
        [.. Directory.GetFiles(database.Settings["Storage:DataDirectory"]!, "shelf.db*").Where(file => ReadOpen(file).Contains(text, StringComparison.Ordinal))];

    /// <summary>A file that the database still has open, byte by byte.</summary>
    private static string ReadOpen(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
        return reader.ReadToEnd();
    }

    /// <summary>A minute takes 60 milliseconds.</summary>
    private sealed class HastyTime : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, dueTime / 1_000, period / 1_000);
    }

    private static async Task<string> Pragma(ShelfDb shelf, string name)
    {
        await using var command = shelf.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"PRAGMA {name}";
        return (await command.ExecuteScalarAsync())!.ToString()!;
    }

    private static Task<ShelfDb> Shelf(Microsoft.Extensions.Hosting.IHost host) =>
        host.Services.GetRequiredService<IDbContextFactory<ShelfDb>>().CreateDbContextAsync();
}
