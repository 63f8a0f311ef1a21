using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Rules;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Office;

/// <summary>A permit and everything that happened to it and to its application, oldest first.</summary>
internal sealed record PermitStory(Permit Permit, IReadOnlyList<AuditEntry> Events);

/// <summary>The whole story of one permit.</summary>
internal sealed class ReadPermitStory(IDbContextFactory<ParkingDb> databases, TownRules rules)
{
    /// <summary>The story; null when this town has no such permit.</summary>
    public async Task<PermitStory?> ReadAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var permit = await database.Permits.AsNoTracking().SingleOrDefaultAsync(candidate => candidate.Id == id && candidate.Ags == rules.Ags, cancellationToken);
        return permit is null
            ? null
            : new PermitStory(permit, await History.ReadAsync(database, [PermitSubject.Of(id), ApplicationJournal.SubjectOf(permit.ApplicationId)], cancellationToken));
    }
}
