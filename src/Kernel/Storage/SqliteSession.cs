using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Modellstadt.Kernel.Storage;

/// <summary>
/// Prepares each SQLite connection. Write-ahead log: readers never wait for the writer. synchronous=FULL: an acknowledged
/// write survives a power cut, not only a killed process. busy_timeout: SQLite's own short waits instead of the provider's long ones.
/// secure_delete=ON: what is deleted is overwritten, since much of it is about persons; FAST would spare the pages that become empty.
/// </summary>
internal sealed class SqliteSession : DbConnectionInterceptor
{
    public static readonly SqliteSession Instance = new();

    private const string Pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=10000; PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
