using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Rounds;

namespace Modellstadt.Kernel.Storage;

/// <summary>
/// Every minute moves SQLite's write-ahead log into the database file and empties it: what a module has deleted would otherwise
/// stay readable in the log until enough is written, in a quiet town for weeks. PostgreSQL tidies up by itself.
/// </summary>
internal sealed class SqliteSweep<TDb>(IDbContextFactory<TDb> databases, IOptions<StorageOptions> storage, TimeProvider time, ILogger<SqliteSweep<TDb>> log)
    : RoundService(TimeSpan.FromMinutes(1), time, log)
    where TDb : ModuleDb
{
    public override async Task RunRoundAsync(CancellationToken cancellationToken)
    {
        if (storage.Value.Kind is not DatabaseKind.Sqlite)
            return;

        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await database.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", cancellationToken);
    }
}
