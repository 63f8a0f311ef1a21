using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Privacy;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.VehicleUses;

/// <summary>Questions to keepers' wallets: once answered or expired, only the use itself counts.</summary>
internal sealed class ForgetConsentQuestions(IDbContextFactory<ParkingDb> databases, AuditTrail trail) : RetainedRecords<ParkingDb>(databases, trail)
{
    /// <inheritdoc />
    public override RetentionRule Rule { get; } = new(
        "consent-questions",
        new("Fragen an die Wallet von Halterinnen und Haltern", "Questions to the wallets of keepers"),
        new("damit die Seite zeigt, was daraus wurde", "so that the page shows what became of them"),
        new("der Frage", "the question"),
        1);

    /// <inheritdoc />
    protected override Task<int> DeleteAsync(ParkingDb database, DateTimeOffset limit, CancellationToken cancellationToken) =>
        database.ConsentQuestions.Where(question => question.CreatedAt < limit).ExecuteDeleteAsync(cancellationToken);
}
