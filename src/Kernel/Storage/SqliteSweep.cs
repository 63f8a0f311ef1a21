using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Modellstadt.Kernel.Storage;

/// <summary>
/// Every minute moves SQLite's write-ahead log into the database file and empties it: what a module has deleted would otherwise
/// stay readable in the log until enough is written, in a quiet town for weeks. PostgreSQL tidies up by itself.
/// </summary>
internal sealed partial class SqliteSweep<TDb>(IDbContextFactory<TDb> databases, IOptions<StorageOptions> storage, TimeProvider time, ILogger<SqliteSweep<TDb>> log)
    : BackgroundService
    where TDb : ModuleDb
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (storage.Value.Kind is not DatabaseKind.Sqlite)
            return;

        using var timer = new PeriodicTimer(Pause, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var database = await databases.CreateDbContextAsync(stoppingToken);
                await database.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                RoundFailed(failure);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The write-ahead log was not emptied; the next round tries again")]
    private partial void RoundFailed(Exception failure);
}
