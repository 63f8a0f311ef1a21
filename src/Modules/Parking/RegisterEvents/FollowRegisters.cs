using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Towns;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Rules;
using Modellstadt.Parking.Storage;
using Modellstadt.Registers;

namespace Modellstadt.Parking.RegisterEvents;

/// <summary>
/// Takes what the registers tell and decides what it means for the permit of that person. The change's identifier becomes the
/// application's: told twice, it is decided once. Who has no permit leaves no trace here.
/// </summary>
internal sealed class FollowRegisters(IDbContextFactory<ParkingDb> databases, DecideRegisterEvent decide, TownRules rules, TownCalendar calendar) : IRegisterChangeReceiver
{
    private const int MostTries = 3;

    /// <inheritdoc />
    public string Name => "parking";

    /// <inheritdoc />
    /// <exception cref="DbUpdateException">Another change of the permit is not decided yet: told again later.</exception>
    public async Task ReceiveAsync(RegisterChange change, CancellationToken cancellationToken)
    {
        if (change is RegisterChange.NameChanged or RegisterChange.Blocked or RegisterChange.Unblocked or RegisterChange.VehicleRegistered)
            return; // The permit rests on none of them; the next letter reads the register.

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await FollowAsync(change, cancellationToken);
                return;
            }
            catch (DbUpdateException) when (attempt < MostTries)
            {
                // Somebody changed the permit in the same moment, a renewal perhaps: what they stored counts, so decide anew.
            }
        }
    }

    private async Task FollowAsync(RegisterChange change, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (await database.Applications.AnyAsync(application => application.Id == change.Id, cancellationToken))
            return;
        var permit = await database.Permits.AsNoTracking().SingleOrDefaultAsync(
            permit => permit.Ags == rules.Ags && permit.ResidentId == change.Resident.Value && (permit.State == PermitState.Active || permit.State == PermitState.Suspended), cancellationToken);
        if (permit is null or { Provisional: true } || permit.IsOver(calendar.Today))
            return; // Behind a provisional permit waits an application, which asks the registers by itself.

        var application = ApplicationOf(change, permit);
        database.Applications.Add(application);
        await decide.ExecuteAsync(database, application, cancellationToken);
    }

    private PermitApplication ApplicationOf(RegisterChange change, Permit permit) => new()
    {
        Id = change.Id,
        Ags = permit.Ags,
        Purpose = change switch
        {
            RegisterChange.MovedWithin => ApplicationPurpose.ZoneSwap,
            RegisterChange.VehicleGone when permit.EachPlate.Count > 1 => ApplicationPurpose.PlateChange,
            _ => ApplicationPurpose.Lapse,
        },
        Origin = ApplicationOrigin.Register,
        State = ApplicationState.WaitingForRegister,
        ResidentId = permit.ResidentId,
        PermitId = permit.Id,
        Wish = (change is RegisterChange.VehicleGone gone ? PermitWish.Nothing with { PlateKeys = [gone.Plate] } : PermitWish.Nothing).Write(),
        CreatedAt = calendar.Now,
    };
}
