using System.Data.Common;
using Microsoft.Data.Sqlite;
using Modellstadt.Kernel.Storage;
using Npgsql;

namespace Modellstadt.Testing;

/// <summary>
/// An empty database for one test: a folder for SQLite, a fresh database on the server that <c>MODELLSTADT_TEST_POSTGRES</c>
/// names for PostgreSQL (<c>./test</c> starts one). Use: <c>[Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]</c>.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static int created;
    private readonly string directory;
    private readonly string? serverConnection;
    private readonly string? database;

    private TestDatabase(DatabaseKind kind, string directory, string? serverConnection, string? database)
    {
        (Kind, this.directory, this.serverConnection, this.database) = (kind, directory, serverConnection, database);
    }

    /// <summary>Both databases, as theory data.</summary>
    public static IEnumerable<TheoryDataRow<DatabaseKind>> Kinds { get; } = [new(DatabaseKind.Sqlite), new(DatabaseKind.PostgreSql)];

    /// <summary>Which database this is.</summary>
    public DatabaseKind Kind { get; }

    /// <summary>The settings that lead to it: configuration keys and values.</summary>
    public IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["Storage:Kind"] = Kind.ToString(),
        ["Storage:DataDirectory"] = directory,
        ["Storage:ConnectionString"] = serverConnection is null ? null : new NpgsqlConnectionStringBuilder(serverConnection) { Database = database }.ConnectionString,
    };

    /// <summary>A connection to the tables of one module of a running town that uses this database; not opened yet.</summary>
    public DbConnection Connect(RunningTown town, string module) => Kind is DatabaseKind.Sqlite
        ? new SqliteConnection($"Data Source={Path.Combine(town.DataDirectory, module + ".db")};Pooling=False")
        : Connect(module);

    /// <summary>A connection to the tables of one module of a <see cref="TestTown"/> on this database; not opened yet.</summary>
    public DbConnection Connect(string module) => Kind is DatabaseKind.Sqlite
        ? new SqliteConnection($"Data Source={Path.Combine(directory, module + ".db")};Pooling=False")
        : new NpgsqlConnection($"{Settings["Storage:ConnectionString"]};Search Path={module}");

    /// <summary>Creates an empty database. The test is skipped when there is no PostgreSQL server.</summary>
    public static async Task<TestDatabase> CreateAsync(DatabaseKind kind)
    {
        var directory = Directory.CreateTempSubdirectory("modellstadt-test-").FullName;
        if (kind is DatabaseKind.Sqlite)
            return new TestDatabase(kind, directory, null, null);

        var server = Environment.GetEnvironmentVariable("MODELLSTADT_TEST_POSTGRES");
        Assert.SkipUnless(server is { Length: > 0 }, "MODELLSTADT_TEST_POSTGRES names no PostgreSQL server; ./test starts one");
        var database = $"test_{Environment.ProcessId}_{Interlocked.Increment(ref created)}";
        await ExecuteAsync(server!, $"CREATE DATABASE {database}");
        return new TestDatabase(kind, directory, server, database);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        TestFolder.Remove(directory);
        if (serverConnection is not null)
            await ExecuteAsync(serverConnection, $"DROP DATABASE {database} WITH (FORCE)");
    }

    private static async Task ExecuteAsync(string connection, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
