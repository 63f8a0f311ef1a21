using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Privacy;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Privacy;

/// <summary>Corrections that a clerk has answered.</summary>
internal sealed class AnsweredCorrections(IDbContextFactory<ParkingDb> databases, AuditTrail trail) : RetainedRecords<ParkingDb>(databases, trail)
{
    /// <inheritdoc />
    public override RetentionRule Rule { get; } = new(
        "answered-corrections",
        new("Beantwortete Berichtigungen", "Answered corrections"),
        new("um nachzuweisen, dass die Stadt geantwortet hat (Art. 12 Abs. 3 DSGVO)", "to show that the town has answered (Art. 12 (3) GDPR)"),
        new("der Antwort", "the answer"),
        400);

    /// <inheritdoc />
    protected override Task<int> DeleteAsync(ParkingDb database, DateTimeOffset limit, CancellationToken cancellationToken) =>
        database.Corrections.Where(correction => correction.AnsweredAt != null && correction.AnsweredAt < limit).ExecuteDeleteAsync(cancellationToken);
}
