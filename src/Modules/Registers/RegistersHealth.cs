using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Modellstadt.Registers;

/// <summary>Degraded, not unhealthy, while a supplier's file is refused, missing or old: the town goes on with the last good one.</summary>
internal sealed class RegistersHealth(IDbContextFactory<RegistersDb> databases, IOptions<RegistersOptions> options, TimeProvider time) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var exports = await database.Exports.AsNoTracking().ToDictionaryAsync(export => export.Name, cancellationToken);
        string[] complaints =
        [
            .. Complaints("residents", options.Value.Residents, exports),
            .. Complaints("vehicles", options.Value.Vehicles, exports),
        ];
        return complaints is [] ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded(string.Join(' ', complaints));
    }

    private IEnumerable<string> Complaints(string name, RegisterDoorOptions door, Dictionary<string, StoredExport> exports)
    {
        if (door.Source is not RegisterSource.Files)
            yield break;

        var export = exports.GetValueOrDefault(name);
        if (export?.RefusedAt is { } refused)
            yield return $"The export {name} of {refused:u} was not taken over: {export.ProblemCount} problems. GET /management/v1/registers names them.";
        if (export?.AcceptedAt is not { } accepted)
            yield return $"There was no good export {name} yet.";
        else if (time.GetUtcNow() - accepted > door.OldAfter)
            yield return $"The last good export {name} is of {accepted:u}.";
    }
}
