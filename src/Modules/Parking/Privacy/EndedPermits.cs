using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Privacy;
using Modellstadt.Kernel.Towns;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Privacy;

/// <summary>
/// Permits that are over, with everything that belongs to them: terms, notices, applications, decisions, reminders, history. Without a proper
/// remedy a decision can be challenged for a year (VwGO § 58 Abs. 2): so long the file must be there. What was paid is kept by the
/// ledger for the time that its own law sets.
/// </summary>
internal sealed class EndedPermits(IDbContextFactory<ParkingDb> databases, AuditTrail trail) : RetainedRecords<ParkingDb>(databases, trail)
{
    private const int BatchSize = 500;

    /// <inheritdoc />
    public override RetentionRule Rule { get; } = new(
        "ended-permits",
        new("Beendete Ausweise mit Bescheid, Gebührenbescheid und Verlauf", "Permits that are over, with decision, fee notice and history"),
        new("um Rechtsbehelfe zu beantworten (längstens ein Jahr, § 58 Abs. 2 VwGO)", "to answer remedies (a year at most, § 58 (2) VwGO)"),
        new("dem Ende des Ausweises", "the end of the permit"),
        400);

    /// <inheritdoc />
    protected override async Task<int> DeleteAsync(ParkingDb database, DateTimeOffset limit, CancellationToken cancellationToken)
    {
        var lastDay = DateOnly.FromDateTime(TownCalendar.OnTownClocks(limit).DateTime);
        var over = await database.Permits.AsNoTracking()
            .Where(permit => permit.EndedAt != null ? permit.EndedAt < limit : permit.ValidUntil < lastDay)
            .OrderBy(permit => permit.ValidUntil)
            .Take(BatchSize)
            .Select(permit => permit.Id)
            .ToListAsync(cancellationToken);
        if (over is not [])
            await DeleteFilesAsync(database, over, cancellationToken);
        return over.Count;
    }

    private static async Task DeleteFilesAsync(ParkingDb database, IReadOnlyList<Guid> permits, CancellationToken cancellationToken)
    {
        var applications = await database.Applications.Where(application => application.PermitId != null && permits.Contains(application.PermitId.Value))
            .Select(application => application.Id).ToListAsync(cancellationToken);
        string[] subjects = [.. permits.Select(PermitSubject.Of), .. applications.Select(ApplicationJournal.SubjectOf)];
        await database.Audit.Where(entry => subjects.Contains(entry.Subject)).ExecuteDeleteAsync(cancellationToken);
        await database.RevocationProposals.Where(proposal => permits.Contains(proposal.PermitId)).ExecuteDeleteAsync(cancellationToken);
        await database.Decisions.Where(decision => decision.PermitId != null && permits.Contains(decision.PermitId.Value)).ExecuteDeleteAsync(cancellationToken);
        await database.FeeNotices.Where(notice => permits.Contains(notice.PermitId)).ExecuteDeleteAsync(cancellationToken);
        await database.UnpaidFees.Where(unpaid => permits.Contains(unpaid.PermitId)).ExecuteDeleteAsync(cancellationToken);
        await database.RenewalReminders.Where(reminder => permits.Contains(reminder.PermitId)).ExecuteDeleteAsync(cancellationToken);
        await database.OutdatedCards.Where(card => permits.Contains(card.PermitId)).ExecuteDeleteAsync(cancellationToken);
        await database.PermitTerms.Where(term => permits.Contains(term.PermitId)).ExecuteDeleteAsync(cancellationToken);
        await database.Applications.Where(application => applications.Contains(application.Id)).ExecuteDeleteAsync(cancellationToken);
        await database.Permits.Where(permit => permits.Contains(permit.Id)).ExecuteDeleteAsync(cancellationToken);
    }
}
