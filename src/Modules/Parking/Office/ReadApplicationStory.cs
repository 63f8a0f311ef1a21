using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Rules;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Office;

/// <summary>An application and everything that happened to it, oldest first.</summary>
internal sealed record ApplicationStory(PermitApplication Application, IReadOnlyList<AuditEntry> Events);

/// <summary>The whole story of one application, whatever became of it.</summary>
internal sealed class ReadApplicationStory(IDbContextFactory<ParkingDb> databases, TownRules rules)
{
    /// <summary>The story; null when this town has no such application.</summary>
    public async Task<ApplicationStory?> ReadAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var application = await database.Applications.AsNoTracking().SingleOrDefaultAsync(candidate => candidate.Id == id && candidate.Ags == rules.Ags, cancellationToken);
        return application is null ? null : new ApplicationStory(application, await History.ReadAsync(database, [ApplicationJournal.SubjectOf(id)], cancellationToken));
    }
}
