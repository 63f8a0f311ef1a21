using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Kernel.Towns;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Rules;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.ProvisionalPermits;

/// <summary>
/// Decides about a provisional permit while a register is silent. It has an application and a decision of its own beside the one that
/// waits: by the program only on the basis that the town states (VwVfG NRW § 35a), else a clerk releases it.
/// </summary>
internal sealed class DecideProvisional(
    PrepareProvisional prepare, StoreProvisional store, ApplicationJournal journal, TownRules rules, RandomSource random, TownCalendar calendar)
{
    /// <summary>Takes up the statement of an application that has just found a register silent. False when nothing follows, and nothing was stored.</summary>
    /// <exception cref="DbUpdateException">Somebody was quicker: nothing was stored.</exception>
    public async Task<bool> BeginAsync(ParkingDb database, PermitApplication waiting, CancellationToken cancellationToken)
    {
        if (ProvisionalStatement.Of(waiting) is not { Granted: null }
            || await database.Applications.AnyAsync(application => application.ProvisionalFor == waiting.Id, cancellationToken)
            || await prepare.ExecuteAsync(database, waiting, cancellationToken) is not { } prepared)
            return false;

        var provisional = ApplicationFor(waiting);
        database.Applications.Add(provisional);
        if (DeciderOf(provisional, prepared) is { } decider)
        {
            await store.ExecuteAsync(database, waiting, provisional, prepared, decider, cancellationToken);
            return true;
        }

        journal.LayBefore(database, provisional, new AwaitsRelease());
        await database.SaveChangesAsync(cancellationToken);
        return true;
    }

    /// <summary>Goes on with a provisional permit that lay before a clerk; without a cause any more it is dropped. Stored when it returns.</summary>
    /// <exception cref="DbUpdateException">Somebody was quicker: nothing was stored.</exception>
    public async Task ExecuteAsync(ParkingDb database, PermitApplication provisional, CancellationToken cancellationToken)
    {
        var waiting = await database.Applications.SingleOrDefaultAsync(application => application.Id == provisional.ProvisionalFor, cancellationToken);
        var prepared = waiting is null ? null : await prepare.ExecuteAsync(database, waiting, cancellationToken);
        if (prepared is not null && DeciderOf(provisional, prepared) is { } decider)
        {
            await store.ExecuteAsync(database, waiting!, provisional, prepared, decider, cancellationToken);
            return;
        }

        if (prepared is null)
            Drop(database, provisional, journal);
        else
            journal.LayBefore(database, provisional, new AwaitsRelease());
        await database.SaveChangesAsync(cancellationToken);
    }

    /// <summary>A provisional permit that was not granted yet has no cause any more.</summary>
    public static void Drop(ParkingDb database, PermitApplication provisional, ApplicationJournal journal)
    {
        provisional.Withdraw();
        journal.Add(database, provisional, Actors.Program, "provisional-permit-dropped");
    }

    private Decider? DeciderOf(PermitApplication provisional, PreparedProvisional prepared) =>
        Decider.Of(rules.On(prepared.From), ClerkFindings.Of(provisional), prepared.Prepared);

    private PermitApplication ApplicationFor(PermitApplication waiting) => new()
    {
        Id = random.NewId(),
        Ags = waiting.Ags,
        Purpose = ApplicationPurpose.Provisional,
        Origin = waiting.Origin,
        BrowserHash = waiting.BrowserHash,
        State = ApplicationState.WaitingForRegister,
        ResidentId = waiting.ResidentId,
        ProvisionalFor = waiting.Id,
        Statement = waiting.Statement,
        Proposal = waiting.Proposal,
        Wish = waiting.Wish,
        CreatedAt = calendar.Now,
    };
}
