using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Towns;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Rules;
using Modellstadt.Parking.Storage;
using Modellstadt.Registers;

namespace Modellstadt.Parking.ProvisionalPermits;

/// <summary>Finds out whether an application that waits for a silent register may get a provisional permit meanwhile.</summary>
internal sealed class PrepareProvisional(ReadPermitFacts read, TownRules rules, TownCalendar calendar)
{
    /// <summary>The provisional permit that could be granted; null when there is none for it.</summary>
    public async Task<PreparedProvisional?> ExecuteAsync(ParkingDb database, PermitApplication application, CancellationToken cancellationToken)
    {
        if (application is not { State: ApplicationState.WaitingForRegister, Statement: not null, Wish: { } wish, Proposal: { } proposal }
            || !await MayHaveAsync(database, application, cancellationToken))
            return null;

        var heard = await read.HearAsync(new ResidentId(application.ResidentId!), cancellationToken);
        var today = calendar.Today;
        return heard is null ? null : ProvisionalRules.Decide(rules.On(today), today, heard, PermitWish.Read(wish), PermitProposal.Read(proposal));
    }

    /// <summary>
    /// False where the town gives none, for whoever had one that no register confirmed, whose permit was revoked, or who was refused:
    /// waiting for a register to fall silent brings nobody a second one.
    /// </summary>
    public async Task<bool> MayHaveAsync(ParkingDb database, PermitApplication application, CancellationToken cancellationToken)
    {
        if (application.Purpose is not ApplicationPurpose.FirstPermit || ProvisionalRules.DaysIn(rules.Today) is null)
            return false;

        var (ags, person, today) = (application.Ags, application.ResidentId, calendar.Today);
        var had = await database.Permits.AnyAsync(
            permit => permit.Ags == ags && permit.ResidentId == person && (permit.Provisional || permit.State == PermitState.Revoked
                || ((permit.State == PermitState.Active || permit.State == PermitState.Suspended) && permit.ValidUntil >= today)),
            cancellationToken);
        return !had && !await database.Decisions.AnyAsync(
            decision => decision.Ags == ags && decision.ResidentId == person && decision.Outcome == DecisionOutcome.Refused
                && (decision.Purpose == ApplicationPurpose.FirstPermit || decision.Purpose == ApplicationPurpose.Provisional),
            cancellationToken);
    }
}
