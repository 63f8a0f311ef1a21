using System.Globalization;
using Modellstadt.Parking.Facts;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Plates;
using Modellstadt.Registers;

namespace Modellstadt.Parking.ProvisionalPermits;

/// <summary>What the registers answer, one of them perhaps silent.</summary>
/// <param name="Resident">The person; null while the resident register is silent.</param>
/// <param name="Vehicles">The vehicles of the person; null while the vehicle register is silent.</param>
internal sealed record HeardRegisters(Resident? Resident, IReadOnlyList<RegisteredVehicle>? Vehicles);

/// <summary>A provisional permit that could be granted, before it is stored.</summary>
/// <param name="Proposal">Zone and vehicles.</param>
/// <param name="Plates">The chosen plates in one line.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day.</param>
internal sealed record PreparedProvisional(PermitProposal Proposal, string Plates, DateOnly From, DateOnly Until)
{
    /// <summary>Names it, so that a clerk's release holds for exactly this one. Its days begin with the release, so that they are named by their number.</summary>
    public string Prepared => string.Create(CultureInfo.InvariantCulture, $"provisional {Proposal.ZoneId}; {Plates}; {Until.DayNumber - From.DayNumber + 1} days");
}

/// <summary>Decides, from facts alone, about permits that rest on a statement while a register is silent. What a register does answer counts more than the statement.</summary>
internal static class ProvisionalRules
{
    /// <summary>How many days the town gives; null when it gives no provisional permits.</summary>
    public static int? DaysIn(ParkingFacts town) => town.Rules.ProvisionalDays.Value is > 0 and var days ? days : null;

    /// <summary>The facts of the person, with the statement in the place of what a silent register does not say. The size of a stated vehicle is not known.</summary>
    /// <param name="day">The town's day.</param>
    /// <param name="person">The applicant.</param>
    /// <param name="heard">What the registers answer.</param>
    /// <param name="home">The stated home.</param>
    /// <param name="plate">The stated plate.</param>
    public static PermitFacts StatedFacts(DateOnly day, ResidentId person, HeardRegisters heard, Address home, LicensePlate plate) => new(
        day,
        heard.Resident ?? new Resident(person, new PersonName("", ""), day, [new Residence(ResidenceKind.Main, home, day, null)], Deceased: false, Blocked: false),
        heard.Vehicles ?? [new RegisteredVehicle(plate.ToString(), VehicleKind.Car, "", 0, 0, 0, KeeperKind.Private, "")],
        Held: null);

    /// <summary>The provisional permit for what the person confirmed; null when the town gives none, or a register that does answer says otherwise.</summary>
    /// <param name="town">The rules of the day.</param>
    /// <param name="day">The town's day.</param>
    /// <param name="heard">What the registers answer.</param>
    /// <param name="wish">What the person confirmed.</param>
    /// <param name="shown">What the person saw before: zone, vehicles and fee.</param>
    public static PreparedProvisional? Decide(ParkingFacts town, DateOnly day, HeardRegisters heard, PermitWish wish, PermitProposal shown)
    {
        string[] plates = [.. shown.Vehicles.Where(vehicle => wish.PlateKeys.Contains(vehicle.Key)).Select(vehicle => vehicle.Plate)];
        if (DaysIn(town) is not { } days || plates is [] || plates.Length != wish.PlateKeys.Distinct().Count() || plates.Length > shown.MostPlates)
            return null;
        if (shown.OwnSpaceExcludes && !wish.NoOwnSpace)
            return null;
        if (heard.Resident is { } resident && PermitRules.ZoneOfHome(town, new PermitFacts(day, resident, [], Held: null)) != shown.ZoneId)
            return null;

        var known = heard.Vehicles is { } vehicles ? KeysOf(vehicles) : null;
        return known is null || wish.PlateKeys.All(known.Contains) ? new PreparedProvisional(shown, Permit.Line(plates), day, day.AddDays(days - 1)) : null;

        HashSet<string> KeysOf(IReadOnlyList<RegisteredVehicle> kept) => [.. kept.Select(vehicle => LicensePlate.Parse(vehicle.Plate, town.PlateDistricts)?.Key ?? vehicle.Plate)];
    }

    /// <summary>True when the registers, answering again, say of zone or vehicle something else than what a provisional permit rests on.</summary>
    /// <param name="town">The rules of the day.</param>
    /// <param name="facts">What the registers say.</param>
    /// <param name="wish">What the person confirmed.</param>
    /// <param name="shown">What the person saw before.</param>
    public static bool Contradict(ParkingFacts town, PermitFacts facts, PermitWish wish, PermitProposal shown) =>
        !PermitRules.Propose(town, facts).Succeeded(out var proposal, out _)
        || proposal.ZoneId != shown.ZoneId
        || !wish.PlateKeys.All(key => proposal.Vehicles.Any(vehicle => vehicle.Key == key));
}
