using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Modellstadt.Kernel.Storage;

/// <summary>Applies a module's numbered SQL scripts at start: once each, under a lock, recorded with checksum.</summary>
internal sealed class SchemaUpgrade<TDb>(IDbContextFactory<TDb> databases, ModuleName<TDb> module, IOptions<StorageOptions> storage, TimeProvider time)
    : IHostedService
    where TDb : ModuleDb
{
    private bool PostgreSql => storage.Value.Kind is DatabaseKind.PostgreSql;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await database.Database.OpenConnectionAsync(cancellationToken);
        var connection = database.Database.GetDbConnection();
        // SQLite's transaction is immediate and so already the lock between processes.
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (PostgreSql)
            await RunAsync(connection, transaction, $"SELECT pg_advisory_xact_lock(hashtext('modellstadt.schema')); CREATE SCHEMA IF NOT EXISTS {module.Value};", cancellationToken);

        await RunAsync(connection, transaction, "CREATE TABLE IF NOT EXISTS schema_scripts (name text PRIMARY KEY, checksum text NOT NULL, applied_at bigint NOT NULL);", cancellationToken);
        var applied = await AppliedAsync(connection, transaction, cancellationToken);
        foreach (var script in SchemaScripts.Of(typeof(TDb).Assembly, storage.Value.Kind))
            await ApplyAsync(connection, transaction, script, applied, cancellationToken);

        await transaction.CommitAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task ApplyAsync(DbConnection connection, DbTransaction transaction, SchemaScript script, Dictionary<string, string> applied, CancellationToken cancellationToken)
    {
        if (applied.TryGetValue(script.Name, out var checksum))
        {
            if (checksum != script.Checksum)
                throw new InvalidOperationException($"The SQL script {script.Name} of module {module.Value} was changed after it had been applied. Write a new script instead.");
            return;
        }

        await RunAsync(connection, transaction, script.Sql, cancellationToken);
        await RunAsync(connection, transaction,
            $"INSERT INTO schema_scripts (name, checksum, applied_at) VALUES ('{script.Name}', '{script.Checksum}', {time.GetUtcNow().ToUnixTimeMilliseconds()});", cancellationToken);
    }

    private static async Task<Dictionary<string, string>> AppliedAsync(DbConnection connection, DbTransaction transaction, CancellationToken cancellationToken)
    {
        await using var command = Command(connection, transaction, "SELECT name, checksum FROM schema_scripts");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var applied = new Dictionary<string, string>();
        while (await reader.ReadAsync(cancellationToken))
            applied.Add(reader.GetString(0), reader.GetString(1));
        return applied;
    }

    private static async Task RunAsync(DbConnection connection, DbTransaction transaction, string sql, CancellationToken cancellationToken)
    {
        await using var command = Command(connection, transaction, sql);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static DbCommand Command(DbConnection connection, DbTransaction transaction, string sql)
    {
        var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = (sql, transaction);
        return command;
    }
}
