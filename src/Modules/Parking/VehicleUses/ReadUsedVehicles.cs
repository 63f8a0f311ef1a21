using Microsoft.EntityFrameworkCore;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Rules;
using Modellstadt.Parking.Storage;
using Modellstadt.Registers;

namespace Modellstadt.Parking.VehicleUses;

/// <summary>The vehicles of others that a person may put on the permit today: each use is checked against the vehicle register anew.</summary>
internal sealed class ReadUsedVehicles(IVehicleRegister vehicles, TownRules rules)
{
    /// <summary>The vehicles; null when the register does not answer.</summary>
    public async Task<IReadOnlyList<UsedVehicle>?> ExecuteAsync(ParkingDb database, ResidentId user, DateOnly today, CancellationToken cancellationToken)
    {
        var uses = await database.VehicleUses.AsNoTracking()
            .Where(use => use.Ags == rules.Ags && use.UserId == user.Value && use.State == VehicleUseState.Accepted)
            .OrderBy(use => use.AskedAt)
            .ToListAsync(cancellationToken);
        var used = new List<UsedVehicle>();
        foreach (var use in uses.Where(use => use.HoldsOn(today)))
        {
            var kept = await vehicles.FindByPlateAsync(use.Plate, cancellationToken);
            if (kept is RegisterAnswer<KeptVehicle>.Unreachable)
                return null;
            if (Vehicle(use, kept) is { } vehicle)
                used.Add(new UsedVehicle(vehicle, use.Basis));
        }

        return used;
    }

    /// <summary>A consent counts only while the one who gave it is the keeper; what a clerk accepted counts with the sizes from the papers.</summary>
    private static RegisteredVehicle? Vehicle(VehicleUse use, RegisterAnswer<KeptVehicle> kept) => (use.KeeperId, kept) switch
    {
        ({ } keeper, RegisterAnswer<KeptVehicle>.Found(var found)) => found.KeeperId?.Value == keeper ? found.Vehicle : null,
        (null, RegisterAnswer<KeptVehicle>.Found(var found)) => found.Vehicle,
        (null, _) => new RegisteredVehicle(use.Plate, VehicleKind.Car, use.Plate, use.LengthMillimetres ?? 0, use.WidthMillimetres ?? 0, 0, KeeperKind.Private, ""),
        _ => null,
    };
}
