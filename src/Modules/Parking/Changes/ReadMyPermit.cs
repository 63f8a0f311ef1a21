using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Towns;
using Modellstadt.Parking.Changes.Deciding;
using Modellstadt.Parking.Fees;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Rules;
using Modellstadt.Parking.Storage;
using Modellstadt.Payments;
using Modellstadt.Registers;

namespace Modellstadt.Parking.Changes;

/// <summary>Reads the permit of a person for the page that only this person sees.</summary>
internal sealed class ReadMyPermit(IDbContextFactory<ParkingDb> databases, ReadChangeOptions options, Receivables receivables, TownRules rules, TownCalendar calendar)
{
    /// <summary>The permit in force, else the one granted last; null when the person never had one.</summary>
    public async Task<MyPermit?> ExecuteAsync(ResidentId holder, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (await FindAsync(database, holder, cancellationToken) is not { } permit)
            return null;

        var notices = await database.FeeNotices.AsNoTracking().Where(notice => notice.PermitId == permit.Id).ToListAsync(cancellationToken);
        var subject = PermitSubject.Of(permit.Id);
        var events = await database.Audit.AsNoTracking().Where(entry => entry.Subject == subject).ToListAsync(cancellationToken);
        var (isOver, open) = (permit.IsOver(calendar.Today), await OpenChangeAsync(database, permit, cancellationToken));
        return new MyPermit(
            permit, isOver,
            [.. notices.OrderByDescending(notice => notice.IssuedOn).ThenByDescending(notice => notice.Reference, StringComparer.Ordinal)],
            [.. events.OrderByDescending(entry => entry.At)])
        {
            Standings = await StandingsAsync(notices, cancellationToken),
            Decided = (await database.Decisions.Where(decision => decision.PermitId == permit.Id).Select(decision => decision.ApplicationId).ToListAsync(cancellationToken)).ToHashSet(),
            Rests = permit.State is PermitState.Suspended ? await SuspensionAsync(database, permit, cancellationToken) : null,
            Refund = permit.State is PermitState.Returned ? await RefundAsync(database, permit, cancellationToken) : null,
            Open = open,
            Options = isOver || open is not null || permit.Provisional ? null : await options.ExecuteAsync(database, permit, cancellationToken),
        };
    }

    private async Task<Dictionary<string, ReceivableStanding>> StandingsAsync(IEnumerable<FeeNotice> notices, CancellationToken cancellationToken)
    {
        var standings = new Dictionary<string, ReceivableStanding>();
        foreach (var notice in notices)
        {
            if (await receivables.ReadAsync(notice.ReceivableKey, cancellationToken) is { } standing)
                standings.Add(notice.Reference, standing);
        }

        return standings;
    }

    /// <summary>The last decision about resting, when it let the permit rest.</summary>
    private static async Task<Guid?> SuspensionAsync(ParkingDb database, Permit permit, CancellationToken cancellationToken)
    {
        var last = await database.Decisions
            .Where(decision => decision.PermitId == permit.Id && (decision.Purpose == ApplicationPurpose.Suspension || decision.Purpose == ApplicationPurpose.TakingUp))
            .OrderByDescending(decision => decision.DecidedAt).Select(decision => new { decision.ApplicationId, decision.Purpose }).FirstOrDefaultAsync(cancellationToken);
        return last is { Purpose: ApplicationPurpose.Suspension } ? last.ApplicationId : null;
    }

    /// <summary>The return whose refund a clerk has decided.</summary>
    private static async Task<Guid?> RefundAsync(ParkingDb database, Permit permit, CancellationToken cancellationToken) =>
        await database.Decisions.Where(decision => decision.PermitId == permit.Id && decision.Purpose == ApplicationPurpose.Return)
            .Select(decision => (Guid?)decision.ApplicationId).FirstOrDefaultAsync(cancellationToken);

    private static async Task<Guid?> OpenChangeAsync(ParkingDb database, Permit permit, CancellationToken cancellationToken) =>
        await database.Applications
            .Where(application => application.PermitId == permit.Id && (application.State == ApplicationState.WaitingForRegister || application.State == ApplicationState.WaitingForClerk))
            .Select(application => (Guid?)application.Id)
            .FirstOrDefaultAsync(cancellationToken);

    /// <summary>The person's permit alone; of several the one in force, else the youngest.</summary>
    public async Task<Permit?> FindAsync(ParkingDb database, ResidentId holder, CancellationToken cancellationToken) =>
        await database.Permits.AsNoTracking()
            .Where(permit => permit.Ags == rules.Ags && permit.ResidentId == holder.Value)
            .OrderByDescending(permit => permit.State == PermitState.Active || permit.State == PermitState.Suspended)
            .ThenByDescending(permit => permit.IssuedAt)
            .FirstOrDefaultAsync(cancellationToken);
}
