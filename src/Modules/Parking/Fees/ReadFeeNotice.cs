using Microsoft.EntityFrameworkCore;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Fees;

/// <summary>Reads the fee notice of an application for the browser that applied.</summary>
internal sealed class ReadFeeNotice(IDbContextFactory<ParkingDb> databases)
{
    /// <summary>The notice; null when there is none in this browser.</summary>
    public async Task<FeeNotice?> ExecuteAsync(Guid applicationId, string? browserSession, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var application = await database.Applications.AsNoTracking().SingleOrDefaultAsync(application => application.Id == applicationId, cancellationToken);
        if (application is null || !application.BelongsTo(browserSession))
            return null;

        return await database.FeeNotices.AsNoTracking().SingleOrDefaultAsync(notice => notice.ApplicationId == application.Id, cancellationToken);
    }
}
