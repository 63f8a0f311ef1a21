using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Privacy;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Privacy;

/// <summary>Refusals of whoever has no permit: kept as long as they can be challenged (VwGO § 58 Abs. 2), then deleted with their history.</summary>
internal sealed class RefusedDecisions(IDbContextFactory<ParkingDb> databases, AuditTrail trail) : RetainedRecords<ParkingDb>(databases, trail)
{
    private const int BatchSize = 500;

    /// <inheritdoc />
    public override RetentionRule Rule { get; } = new(
        "refused-decisions",
        new("Ablehnungen mit dem Antrag und den Tatsachen, auf denen sie beruhen", "Refusals with the application and the facts they rest on"),
        new("um Rechtsbehelfe zu beantworten (längstens ein Jahr, § 58 Abs. 2 VwGO)", "to answer remedies (a year at most, § 58 (2) VwGO)"),
        new("der Entscheidung", "the decision"),
        400);

    /// <inheritdoc />
    protected override async Task<int> DeleteAsync(ParkingDb database, DateTimeOffset limit, CancellationToken cancellationToken)
    {
        var refused = await database.Decisions.AsNoTracking()
            .Where(decision => decision.PermitId == null && decision.DecidedAt < limit)
            .OrderBy(decision => decision.DecidedAt)
            .Take(BatchSize)
            .Select(decision => decision.ApplicationId)
            .ToListAsync(cancellationToken);
        string[] subjects = [.. refused.Select(ApplicationJournal.SubjectOf)];
        await database.Audit.Where(entry => subjects.Contains(entry.Subject)).ExecuteDeleteAsync(cancellationToken);
        await database.Applications.Where(application => refused.Contains(application.Id)).ExecuteDeleteAsync(cancellationToken);
        return await database.Decisions.Where(decision => refused.Contains(decision.ApplicationId)).ExecuteDeleteAsync(cancellationToken);
    }
}
