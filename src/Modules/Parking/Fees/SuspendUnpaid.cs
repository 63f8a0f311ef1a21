using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Modellstadt.Kernel.Events;
using Modellstadt.Kernel.Rounds;
using Modellstadt.Parking.Inspections;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Rules;
using Modellstadt.Parking.Storage;
using Modellstadt.Payments;

namespace Modellstadt.Parking.Fees;

/// <summary>
/// Suspends permits whose fee is unpaid for as long as the town's rule says; without a rule nobody's, and nobody's by a program where
/// no basis lets it decide alone (VwVfG NRW § 35a): a clerk sees what is overdue. Who pays is taken up again.
/// </summary>
internal sealed class SuspendUnpaid(IDbContextFactory<ParkingDb> databases, Outbox<ParkingDb> outbox, Receivables receivables, TownRules rules, PlateIndex index, RestPermit rest)
{
    /// <summary>Suspends what is unpaid for too long on a day.</summary>
    /// <param name="today">The day.</param>
    /// <param name="now">The moment of the change.</param>
    /// <param name="cancellationToken">Ends the work before it is saved.</param>
    public async Task SuspendAsync(DateOnly today, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (rules.On(today).Rules is not { SuspendUnpaidAfterDays: { Value: { } days, Source: var source }, AutomationBasis.Value: { Length: > 0 } basis })
            return;

        var latest = today.AddDays(-days);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var due = await database.UnpaidFees.AsNoTracking().Where(unpaid => !unpaid.Suspends && unpaid.DueOn < latest).OrderBy(unpaid => unpaid.DueOn).ToListAsync(cancellationToken);
        foreach (var unpaid in due)
        {
            // The books know best: the payment may be there, and its news still under way.
            if (await receivables.ReadAsync(unpaid.ReceivableKey, cancellationToken) is { State: ReceivableState.Overdue } standing && standing.OpenCents > standing.ReminderFeeCents)
                await TrySuspendAsync(unpaid.NoticeId, new SuspensionRule(days, source, basis, standing.OpenCents), now, cancellationToken);
        }
    }

    /// <summary>Takes up again what rests although its fee is paid: what is still open of a reminder lets no permit rest.</summary>
    public async Task TakeUpPaidAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        foreach (var unpaid in await database.UnpaidFees.AsNoTracking().Where(unpaid => unpaid.Suspends).ToListAsync(cancellationToken))
        {
            if (await receivables.ReadAsync(unpaid.ReceivableKey, cancellationToken) is { } standing && standing.OpenCents <= standing.ReminderFeeCents)
                await SettleAsync(unpaid.NoticeId, now, cancellationToken);
        }
    }

    /// <summary>A fee was settled: what was suspended for it alone is taken up again.</summary>
    public async Task SettleAsync(Guid noticeId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (await database.UnpaidFees.SingleOrDefaultAsync(unpaid => unpaid.NoticeId == noticeId, cancellationToken) is not { } settled)
            return;

        database.UnpaidFees.Remove(settled);
        var others = await database.UnpaidFees.AnyAsync(unpaid => unpaid.PermitId == settled.PermitId && unpaid.NoticeId != noticeId && unpaid.Suspends, cancellationToken);
        var permit = await database.Permits.SingleAsync(permit => permit.Id == settled.PermitId, cancellationToken);
        var resumes = settled.Suspends && !others && permit.State is PermitState.Suspended && await TakeUpAsync(database, permit, now, cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
        if (resumes)
            Show(permit);
    }

    private async Task TrySuspendAsync(Guid noticeId, SuspensionRule rule, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            await SuspendAsync(noticeId, rule, now, cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody changed the permit in the same moment; the next round looks again.
        }
    }

    private async Task SuspendAsync(Guid noticeId, SuspensionRule rule, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var unpaid = await database.UnpaidFees.SingleAsync(unpaid => unpaid.NoticeId == noticeId, cancellationToken);
        var permit = await database.Permits.SingleAsync(permit => permit.Id == unpaid.PermitId, cancellationToken);
        var ours = await database.UnpaidFees.AnyAsync(other => other.PermitId == unpaid.PermitId && other.Suspends, cancellationToken);
        // A permit that a clerk suspended is not ours to take up again.
        if (permit.State is not PermitState.Active && !(ours && permit.State is PermitState.Suspended))
            return;

        unpaid.Suspends = true;
        var suspends = permit.State is PermitState.Active;
        if (suspends)
        {
            var notice = await database.FeeNotices.AsNoTracking().SingleAsync(notice => notice.Id == noticeId, cancellationToken);
            rest.Add(database, permit, rule.FactOf(notice), rule.Basis, now);
        }

        await database.SaveChangesAsync(cancellationToken);
        if (suspends)
            Show(permit);
    }

    /// <summary>
    /// On the facts and the basis of the decision that it undoes. What an earlier version of the program suspended without a decision
    /// only ends; false when a clerk has suspended the permit meanwhile, for that is not ours to undo.
    /// </summary>
    private async Task<bool> TakeUpAsync(ParkingDb database, Permit permit, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var suspension = await database.Decisions.AsNoTracking().Where(decision => decision.PermitId == permit.Id && decision.Purpose == ApplicationPurpose.Suspension)
            .OrderByDescending(decision => decision.DecidedAt).FirstOrDefaultAsync(cancellationToken);
        if (suspension is null)
            rest.EndUndecided(database, permit, now);
        else if (DecisionFacts.Read(suspension.Facts).Unpaid is { } unpaid)
            rest.Add(database, permit, unpaid with { OpenCents = 0 }, suspension.LegalBasis!, now);
        else
            return false;
        return true;
    }

    private void Show(Permit permit)
    {
        index.Put(permit);
        outbox.Wake();
    }
}

/// <summary>What lets a permit rest.</summary>
/// <param name="Days">After how many days.</param>
/// <param name="Source">Where the town lays it down.</param>
/// <param name="Basis">What allows the program to decide it alone.</param>
/// <param name="OpenCents">Euro cents that are open.</param>
internal sealed record SuspensionRule(int Days, string Source, string Basis, long OpenCents)
{
    /// <summary>The fact that the decision rests on.</summary>
    public UnpaidFact FactOf(FeeNotice notice) => new(notice.Reference, notice.DueOn, OpenCents, Days, Source, notice.Addressee);
}

/// <summary>Looks every hour for fees that are unpaid for too long, and for those that are paid but for a reminder's fee.</summary>
internal sealed class SuspendUnpaidRounds(SuspendUnpaid suspension, Kernel.Towns.TownCalendar calendar, TimeProvider time, ILogger<SuspendUnpaidRounds> log)
    : RoundService(TimeSpan.FromHours(1), time, log)
{
    /// <inheritdoc />
    public override async Task RunRoundAsync(CancellationToken cancellationToken)
    {
        await suspension.SuspendAsync(calendar.Today, Now, cancellationToken);
        await suspension.TakeUpPaidAsync(Now, cancellationToken);
    }
}
