using Modellstadt.Parking.Changes;
using Modellstadt.Parking.Changes.Rules;
using Modellstadt.Parking.Facts;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Plates;

namespace Modellstadt.Parking.RegisterEvents;

/// <summary>What follows for a permit from what a register told. A closed family.</summary>
internal abstract record EventConsequence
{
    private EventConsequence()
    {
    }

    /// <summary>True when a rule of the town that it needs was not found: only a clerk decides it, whatever basis the program has elsewhere.</summary>
    public bool NeedsClerk { get; init; }

    /// <summary>Nothing: what the permit rests on is still so.</summary>
    public sealed record None : EventConsequence;

    /// <summary>A vehicle of the permit is gone, and by the town's rule the permit stays as it is: only the history says so.</summary>
    public sealed record Noted(string Plate) : EventConsequence;

    /// <summary>The permit ends.</summary>
    public sealed record Ends(EndReason Reason) : EventConsequence;

    /// <summary>One vehicle of several goes; the permit stays with these plates.</summary>
    public sealed record Keeps(IReadOnlyList<string> Plates) : EventConsequence;

    /// <summary>The holder lives in another zone now and is asked whether the permit is to follow.</summary>
    public sealed record AsksHolder(PermitProposal Proposal) : EventConsequence;

    /// <summary>No rule decides it.</summary>
    public sealed record AsksClerk(OfficeDecides Reason) : EventConsequence;
}

/// <summary>Why a permit ends by itself.</summary>
internal enum EndReason
{
    /// <summary>A death is recorded.</summary>
    Died,

    /// <summary>No home in the town any more.</summary>
    MovedAway,

    /// <summary>The home lies in no zone any more, and the town's rule lets the right end then.</summary>
    LeftZone,

    /// <summary>The only vehicle is no longer the holder's, and the town's rule lets the right end then.</summary>
    VehicleGone,
}

/// <summary>Decides, from facts alone, what a change in a register means for a permit. How things stand now counts, not what the message said.</summary>
internal static class RegisterEventRules
{
    /// <summary>The consequence.</summary>
    /// <param name="town">The town's rules of the day.</param>
    /// <param name="facts">What the registers say now.</param>
    /// <param name="permit">The permit in force.</param>
    /// <param name="purpose">What the change may lead to: the end, fewer plates, another zone.</param>
    /// <param name="gonePlate">The plate that the change was about; null when it was about the person.</param>
    public static EventConsequence Decide(ParkingFacts town, PermitFacts facts, Permit permit, ApplicationPurpose purpose, string? gonePlate)
    {
        if (facts.Resident.Deceased)
            return new EventConsequence.Ends(EndReason.Died);
        if (!facts.Resident.Residences.Any(home => home.Address.Ags == town.Town.Ags && home.IsCurrentOn(facts.Day)))
            return new EventConsequence.Ends(EndReason.MovedAway);
        if (gonePlate is not null)
            return Vehicle(town, facts, permit, gonePlate);

        return purpose is ApplicationPurpose.ZoneSwap ? Zone(town, facts, permit) : new EventConsequence.None();
    }

    private static EventConsequence Vehicle(ParkingFacts town, PermitFacts facts, Permit permit, string gonePlate)
    {
        var gone = KeyOf(gonePlate);
        var isGone = permit.EachPlate.Any(plate => KeyOf(plate) == gone)
            && facts.Vehicles.Concat(facts.Used.Select(used => used.Vehicle)).All(vehicle => KeyOf(vehicle.Plate) != gone);
        if (!isGone)
            return new EventConsequence.None();
        if (town.Rules.EndsWithMoveOrSale.Value is false)
            return new EventConsequence.Noted(gonePlate);

        var unruled = town.Rules.EndsWithMoveOrSale.Value is null;
        string[] others = [.. permit.EachPlate.Where(plate => KeyOf(plate) != gone)];
        return others is [] ? new EventConsequence.Ends(EndReason.VehicleGone) { NeedsClerk = unruled } : new EventConsequence.Keeps(others) { NeedsClerk = unruled };
    }

    private static EventConsequence Zone(ParkingFacts town, PermitFacts facts, Permit permit)
    {
        if (ChangeRules.Decide(town, facts, permit, ApplicationPurpose.ZoneSwap, PermitWish.Nothing).Succeeded(out var change, out var refusal))
            return new EventConsequence.AsksHolder(change.Proposal);

        return refusal switch
        {
            SameZone => new EventConsequence.None(),
            NotInAnyZone or OutsideNumbers when town.Rules.EndsWithMoveOrSale.Value is true => new EventConsequence.Ends(EndReason.LeftZone),
            OfficeDecides reason => new EventConsequence.AsksClerk(reason),
            _ => new EventConsequence.AsksClerk(new MovedElsewhere()),
        };
    }

    /// <summary>A stored plate is written apart (<c>GE-AB 123</c>): no known district is needed to read it.</summary>
    private static string KeyOf(string plate) => LicensePlate.Parse(plate, new HashSet<string>())?.Key ?? plate;
}
