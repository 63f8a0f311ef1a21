using Modellstadt.Kernel.Outcomes;
using Modellstadt.Parking.Facts;
using Modellstadt.Parking.Plates;
using Modellstadt.Parking.Rules;
using Modellstadt.Registers;

namespace Modellstadt.Parking.VehicleUses;

/// <summary>Decides, from facts alone, who may put a vehicle of somebody else on a permit.</summary>
internal static class UseRules
{
    /// <summary>True when the keeper's own wallet is the evidence; false when a clerk looks at it.</summary>
    public static bool KeeperDecides(VehicleBasis basis) => basis is VehicleBasis.KeeperConsent;

    /// <summary>The bases other than the own vehicle that the town permits; empty where it has published none.</summary>
    public static IReadOnlyList<VehicleBasis> BasesOf(ParkingFacts town) =>
        [.. (town.Rules.Bases.Value ?? []).Select(rule => rule.Basis).Where(basis => basis is not VehicleBasis.OwnVehicle)];

    /// <summary>The plate, when the wish can be examined at all.</summary>
    public static Outcome<LicensePlate> Check(ParkingFacts town, UseWish wish)
    {
        if (!BasesOf(town).Contains(wish.Basis))
            return new BasisNotAllowed();
        if (LicensePlate.Parse(wish.Plate, town.PlateDistricts) is not { } plate)
            return new PlateUnreadable();
        if (!KeeperDecides(wish.Basis) && wish.Evidence is not { Length: >= 5 and <= VehicleUse.LongestWords })
            return new EvidenceMissing(VehicleUse.LongestWords);
        return plate;
    }

    /// <summary>Whether whoever has shown the citizen ID is the keeper of the vehicle.</summary>
    /// <param name="kept">What the vehicle register says of the plate.</param>
    /// <param name="keeper">Who has shown the citizen ID.</param>
    /// <param name="use">What they are asked for.</param>
    public static Refusal? WhyNotKeeper(RegisterAnswer<KeptVehicle> kept, ResidentId keeper, VehicleUse use) => kept switch
    {
        RegisterAnswer<KeptVehicle>.Unreachable => new Permits.RegisterUnreachable(),
        RegisterAnswer<KeptVehicle>.Found(var found) when found.KeeperId == keeper => keeper.Value == use.UserId ? new OwnVehicle() : null,
        _ => new NotTheKeeper(use.Plate),
    };

    /// <summary>Whether the wallet's answer still fits the state of the use.</summary>
    public static bool Fits(VehicleUse use, bool withdraws) =>
        use.State is VehicleUseState.WaitingForKeeper ? !withdraws : use.State is VehicleUseState.Accepted && withdraws;
}
