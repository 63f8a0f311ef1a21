using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Privacy;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Lists.Import;

/// <summary>Uploaded lists: full of names, so they go soon whether they were taken over or not.</summary>
internal sealed class ForgetImports(IDbContextFactory<ParkingDb> databases, AuditTrail trail) : RetainedRecords<ParkingDb>(databases, trail)
{
    /// <inheritdoc />
    public override RetentionRule Rule { get; } = new(
        "uploaded-lists",
        new("Hochgeladene Ausweislisten", "Uploaded lists of permits"),
        new("um sie zu prüfen und zu übernehmen", "to check them and take them over"),
        new("dem Hochladen", "the upload"),
        7);

    /// <inheritdoc />
    protected override Task<int> DeleteAsync(ParkingDb database, DateTimeOffset limit, CancellationToken cancellationToken) =>
        database.PermitImports.Where(import => import.UploadedAt < limit).ExecuteDeleteAsync(cancellationToken);
}
