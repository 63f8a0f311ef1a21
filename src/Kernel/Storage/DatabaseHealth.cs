using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Modellstadt.Kernel.Storage;

/// <summary>Healthy when a module's database is reachable and every script of this version has been applied.</summary>
internal sealed class DatabaseHealth<TDb>(IDbContextFactory<TDb> databases) : IHealthCheck where TDb : ModuleDb
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var database = await databases.CreateDbContextAsync(cancellationToken);
            var applied = await database.Database.SqlQuery<string>($"SELECT name AS \"Value\" FROM schema_scripts").ToListAsync(cancellationToken);
            return SchemaScripts.Of(typeof(TDb).Assembly, KindOf(database)).All(script => applied.Contains(script.Name))
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Unhealthy("Tables are missing.");
        }
        catch (DbException)
        {
            return HealthCheckResult.Unhealthy("The database does not answer.");
        }
    }

    private static DatabaseKind KindOf(TDb database) =>
        database.Database.ProviderName!.EndsWith(".Sqlite", StringComparison.Ordinal) ? DatabaseKind.Sqlite : DatabaseKind.PostgreSql;
}
