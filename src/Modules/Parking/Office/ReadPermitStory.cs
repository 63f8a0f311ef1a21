using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Office;

/// <summary>A permit and everything that happened to it and to its application, oldest first.</summary>
internal sealed record PermitStory(Permit Permit, IReadOnlyList<AuditEntry> Events);

/// <summary>The whole story of one application.</summary>
internal sealed class ReadPermitStory(IDbContextFactory<ParkingDb> databases)
{
    /// <summary>The story; null when there is no such permit.</summary>
    public async Task<PermitStory?> ReadAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var permit = await database.Permits.AsNoTracking().SingleOrDefaultAsync(candidate => candidate.Id == id, cancellationToken);
        if (permit is null)
            return null;

        string[] subjects = [PermitSubject.Of(id), $"application/{permit.ApplicationId:D}"];
        var events = await database.Audit.AsNoTracking().Where(entry => subjects.Contains(entry.Subject)).OrderBy(entry => entry.At).ToListAsync(cancellationToken);
        return new PermitStory(permit, events);
    }
}
