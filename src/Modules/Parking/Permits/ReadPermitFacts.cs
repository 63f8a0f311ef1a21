using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Towns;
using Modellstadt.Parking.ProvisionalPermits;
using Modellstadt.Parking.Rules;
using Modellstadt.Parking.Storage;
using Modellstadt.Parking.VehicleUses;
using Modellstadt.Registers;

namespace Modellstadt.Parking.Permits;

/// <summary>Asks the registers and our own permits what a decision needs.</summary>
internal sealed class ReadPermitFacts(IResidentRegister residents, IVehicleRegister vehicles, ReadUsedVehicles readUsed, TownRules rules, TownCalendar calendar)
{
    /// <summary>The facts of today; refused with <see cref="RegisterUnreachable"/> when a register does not answer.</summary>
    public async Task<Outcome<PermitFacts>> ExecuteAsync(ParkingDb database, ResidentId applicant, CancellationToken cancellationToken)
    {
        var asked = await AskRegistersAsync(applicant, cancellationToken);
        if (!asked.Succeeded(out var facts, out var silence))
            return silence;
        if (await readUsed.ExecuteAsync(database, applicant, facts.Day, cancellationToken) is not { } used)
            return new RegisterUnreachable();
        return facts with { Used = used, Held = await HeldAsync(database, applicant, facts.Day, cancellationToken) };
    }

    /// <summary>What the registers say today, for a change of a permit that is known; vehicles of others that the person uses are left out. Refused as above.</summary>
    public async Task<Outcome<PermitFacts>> AskRegistersAsync(ResidentId applicant, CancellationToken cancellationToken)
    {
        var resident = await residents.ReadAsync(applicant, cancellationToken);
        if (resident is not RegisterAnswer<Resident>.Found(var person))
            return resident is RegisterAnswer<Resident>.Unreachable ? new RegisterUnreachable() : new PersonUnclear();

        var registered = await vehicles.FindByKeeperAsync(applicant, cancellationToken);
        if (registered is RegisterAnswer<IReadOnlyList<RegisteredVehicle>>.Unreachable)
            return new RegisterUnreachable();

        var today = calendar.Today;
        var kept = registered is RegisterAnswer<IReadOnlyList<RegisteredVehicle>>.Found(var found) ? found : [];
        return new PermitFacts(today, person, kept, Held: null);
    }

    /// <summary>What the registers say of a person today, one of them perhaps silent; null when the resident register knows nobody by this key, which a clerk clears up.</summary>
    public async Task<HeardRegisters?> HearAsync(ResidentId person, CancellationToken cancellationToken)
    {
        var resident = await residents.ReadAsync(person, cancellationToken);
        if (resident is not (RegisterAnswer<Resident>.Found or RegisterAnswer<Resident>.Unreachable))
            return null;

        var kept = await vehicles.FindByKeeperAsync(person, cancellationToken);
        return new HeardRegisters(
            resident is RegisterAnswer<Resident>.Found(var known) ? known : null,
            kept switch { RegisterAnswer<IReadOnlyList<RegisteredVehicle>>.Found(var found) => found, RegisterAnswer<IReadOnlyList<RegisteredVehicle>>.Unreachable => null, _ => [] });
    }

    /// <summary>A provisional permit holds up no other: the ordinary one takes its place.</summary>
    private async Task<HeldPermit?> HeldAsync(ParkingDb database, ResidentId applicant, DateOnly today, CancellationToken cancellationToken)
    {
        var permit = await database.Permits.AsNoTracking().SingleOrDefaultAsync(
            permit => permit.Ags == rules.Ags && permit.ResidentId == applicant.Value && !permit.Provisional && (permit.State == PermitState.Active || permit.State == PermitState.Suspended), cancellationToken);
        return permit is null || permit.IsOver(today) ? null : new HeldPermit(permit.PermitNumber, permit.ValidUntil);
    }
}
