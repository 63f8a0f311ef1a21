using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Storage;
using Modellstadt.Parking.Tests.Permits;

namespace Modellstadt.Parking.Tests.Inspections;

/// <summary>Where a text stands in everything that a town has stored: every table of every module, and every file.</summary>
internal static class StoredTraces
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>The tables and files in which one of the texts stands.</summary>
    public static async Task<IReadOnlyList<string>> OfAsync(PermitTown town, DatabaseKind kind, params string[] texts) =>
        kind is DatabaseKind.PostgreSql ? [.. InFiles(town.DataDirectory, texts), .. await InTablesAsync(town, texts)] : await InSqliteAsync(town, texts);

    private static IEnumerable<string> InFiles(string folder, string[] texts) =>
        from file in Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
        from text in texts
        where ReadShared(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0
        select $"{text} in {file}";

    /// <summary>SQLite's files hold everything. The log is moved into them first, as the program does every minute: what deletion leaves behind stays visible.</summary>
    private static async Task<IReadOnlyList<string>> InSqliteAsync(PermitTown town, string[] texts)
    {
        await using var database = await town.OpenDatabaseAsync();
        await database.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", Cancellation);
        var folder = Path.GetDirectoryName(new SqliteConnectionStringBuilder(database.Database.GetConnectionString()).DataSource)!;
        return [.. InFiles(folder, texts)];
    }

    private static async Task<IReadOnlyList<string>> InTablesAsync(PermitTown town, string[] texts)
    {
        await using var database = await town.OpenDatabaseAsync();
        var tables = await database.Database.SqlQueryRaw<string>(
            """SELECT '"' || table_schema || '"."' || table_name || '"' AS "Value" FROM information_schema.tables WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')""")
            .ToListAsync(Cancellation);
        Assert.Contains(tables, table => table.Contains("inspection_counts", StringComparison.Ordinal));
        var found = new List<string>();
        foreach (var (table, text) in tables.SelectMany(table => texts.Select(text => (table, text))))
        {
            var sql = "SELECT CAST(count(*) AS integer) AS \"Value\" FROM " + table + " AS row WHERE CAST(row AS text) LIKE {0}";
            if (await database.Database.SqlQueryRaw<int>(sql, $"%{text}%").SingleAsync(Cancellation) > 0)
                found.Add($"{text} in {table}");
        }

        return found;
    }

    /// <summary>A file that is gone meanwhile (a log that was moved into its database) holds nothing.</summary>
    private static byte[] ReadShared(string file)
    {
        try
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            return bytes.ToArray();
        }
        catch (FileNotFoundException)
        {
            return [];
        }
    }
}
