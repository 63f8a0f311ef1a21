using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Kernel.Towns;
using Modellstadt.Parking.Changes.Deciding;
using Modellstadt.Parking.Changes.Rules;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Rules;
using Modellstadt.Parking.Storage;
using Modellstadt.Registers;

namespace Modellstadt.Parking.Changes.Renewals;

/// <summary>
/// Takes a renewal run one batch on: asks the registers for each permit, decides by the same rules as the single renewal, and stores
/// some hundreds of renewals with the run's progress in one transaction.
/// </summary>
internal sealed class RenewDuePermits(
    IDbContextFactory<ParkingDb> databases, ReadPermitFacts read, CarryOutChange carryOut, TownRules rules, TownCalendar calendar, RandomSource random)
{
    private const int BatchSize = 500;
    private const int QuestionsAtOnce = 8;

    /// <summary>One batch. False when the run is through, or another process carries it on.</summary>
    /// <param name="id">The run.</param>
    /// <param name="cancellationToken">Ends it between two batches.</param>
    public async Task<bool> ExecuteAsync(Guid id, CancellationToken cancellationToken)
    {
        try
        {
            return await ExecuteAsync(id, BatchSize, cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Somebody changed one of these permits meanwhile: one by one, only that one is looked at again.
            for (var one = 0; one < BatchSize; one++)
            {
                if (!await ExecuteAloneAsync(id, cancellationToken))
                    return false;
            }

            return true;
        }
    }

    private async Task<bool> ExecuteAloneAsync(Guid id, CancellationToken cancellationToken)
    {
        try
        {
            return await ExecuteAsync(id, 1, cancellationToken);
        }
        catch (DbUpdateException)
        {
            return await ExecuteAsync(id, 1, cancellationToken);
        }
    }

    private async Task<bool> ExecuteAsync(Guid id, int count, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var run = await database.RenewalRuns.SingleAsync(run => run.Id == id, cancellationToken);
        if (run.FinishedAt is not null)
            return false;

        var permits = await DueAsync(database, run, count, cancellationToken);
        var ready = permits is [] ? [] : await DecideAsync(database, run, permits, cancellationToken);
        run.Renewed += ready.Count;
        run.LeftOver += permits.Count - ready.Count;
        if (permits is [])
            run.FinishedAt = calendar.Now;
        else
            run.LastNumber = permits[^1].PermitNumber;
        await database.SaveChangesAsync(cancellationToken);
        ready.ForEach(carryOut.Show);
        return permits is not [];
    }

    /// <summary>The next permits in force whose renewal has begun, and on which no other change waits.</summary>
    private async Task<List<Permit>> DueAsync(ParkingDb database, RenewalRun run, int count, CancellationToken cancellationToken)
    {
        var today = calendar.Today;
        var horizon = RenewalHorizon.Of(rules.Today, today);
        return await database.Permits
            .Where(permit => permit.Ags == run.Ags && permit.State == PermitState.Active && !permit.Provisional && permit.ValidUntil >= today && permit.ValidUntil <= horizon)
            .Where(permit => string.Compare(permit.PermitNumber, run.LastNumber) > 0)
            .Where(permit => !database.Applications.Any(application => application.PermitId == permit.Id
                && (application.State == ApplicationState.WaitingForRegister || application.State == ApplicationState.WaitingForClerk)))
            .OrderBy(permit => permit.PermitNumber)
            .Take(count)
            .ToListAsync(cancellationToken);
    }

    private async Task<List<DecidedChange>> DecideAsync(ParkingDb database, RenewalRun run, List<Permit> permits, CancellationToken cancellationToken)
    {
        var ids = permits.Select(permit => permit.Id).ToList();
        var terms = (await database.PermitTerms.AsNoTracking().Where(term => ids.Contains(term.PermitId)).ToListAsync(cancellationToken)).ToLookup(term => term.PermitId);
        var notices = await database.FeeNotices.Where(notice => ids.Contains(notice.PermitId)).GroupBy(notice => notice.PermitId)
            .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);

        var ready = new List<DecidedChange>();
        foreach (var (permit, facts) in permits.Zip(await AskAsync(permits, cancellationToken)))
        {
            if (facts is null || Decide(permit, facts, terms[permit.Id], run) is not { } decided)
                continue;

            database.Applications.Add(decided.Application);
            carryOut.Add(database, decided, notices.GetValueOrDefault(permit.Id));
            ready.Add(decided);
        }

        return ready;
    }

    /// <summary>What the registers say of each holder; null where one is silent or says nothing.</summary>
    private async Task<PermitFacts?[]> AskAsync(List<Permit> permits, CancellationToken cancellationToken)
    {
        var all = new PermitFacts?[permits.Count];
        var limits = new ParallelOptions { MaxDegreeOfParallelism = QuestionsAtOnce, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, permits.Count, limits, async (index, cancelled) =>
            all[index] = (await read.AskRegistersAsync(new ResidentId(permits[index].ResidentId), cancelled)).Succeeded(out var facts, out _) ? facts : null);
        return all;
    }

    /// <summary>
    /// The renewal, ready to be stored; null when there is something to think about. That the holder has no space of their own was stated
    /// with the first application and stands until the holder says otherwise.
    /// </summary>
    private DecidedChange? Decide(Permit permit, PermitFacts facts, IEnumerable<PermitTerm> terms, RenewalRun run)
    {
        var town = rules.On(facts.Day);
        if (!PermitRules.Propose(town, facts).Succeeded(out var proposal, out _))
            return null;

        var wish = ReadChangeOptions.RenewalWish(terms, proposal);
        if (!ChangeRules.Decide(town, facts, permit, ApplicationPurpose.Renewal, wish).Succeeded(out var change, out _) || change.NeedsClerk)
            return null;

        var application = new ChangeRequest(random.NewId(), ApplicationPurpose.Renewal, wish).ToApplication(permit, ApplicationOrigin.Office, browserHash: null, calendar.Now);
        return new DecidedChange(application, permit, facts, change, new Decider(run.StartedBy, null));
    }
}
