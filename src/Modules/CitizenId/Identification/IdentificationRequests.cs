using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Privacy;

namespace Modellstadt.CitizenId;

/// <summary>Identifications, finished or not: what the identity card said goes with them.</summary>
internal sealed class IdentificationRequests(IDbContextFactory<CitizenIdDb> databases, AuditTrail trail) : RetainedRecords<CitizenIdDb>(databases, trail)
{
    /// <inheritdoc />
    public override RetentionRule Rule { get; } = new(
        "identifications",
        new("Anmeldungen mit dem Ausweisdokument", "Identifications with an identity document"),
        new("damit die Person ihre Bürger-ID noch einmal abholen kann", "so that the person can fetch the citizen ID once more"),
        new("der Anmeldung", "the identification"),
        30);

    /// <inheritdoc />
    protected override Task<int> DeleteAsync(CitizenIdDb database, DateTimeOffset limit, CancellationToken cancellationToken) =>
        database.Requests.Where(request => request.CreatedAt < limit).ExecuteDeleteAsync(cancellationToken);
}
