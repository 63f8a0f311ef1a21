using Modellstadt.Kernel.Outcomes;
using Modellstadt.Parking.Changes.Rules;
using Modellstadt.Parking.Facts;
using Modellstadt.Parking.Fees;
using Modellstadt.Parking.Plates;
using Modellstadt.Parking.Rules;
using Modellstadt.Parking.Zones;
using Modellstadt.Registers;

namespace Modellstadt.Parking.Permits;

/// <summary>What the registers say on the day of the decision.</summary>
/// <param name="Day">The town's day.</param>
/// <param name="Resident">The person.</param>
/// <param name="Vehicles">Vehicles registered to the person.</param>
/// <param name="Held">The person's permit in force; null when there is none.</param>
internal sealed record PermitFacts(DateOnly Day, Resident Resident, IReadOnlyList<RegisteredVehicle> Vehicles, HeldPermit? Held)
{
    /// <summary>What clerks found out where the rules left a question open.</summary>
    public ClerkFindings Findings { get; init; } = ClerkFindings.None;

    /// <summary>Vehicles of others that the person uses for good, with what entitles to it.</summary>
    public IReadOnlyList<UsedVehicle> Used { get; init; } = [];
}

/// <summary>A vehicle of somebody else whose use has been proved.</summary>
/// <param name="Vehicle">The vehicle.</param>
/// <param name="Basis">Why it may stand on the permit.</param>
internal sealed record UsedVehicle(RegisteredVehicle Vehicle, VehicleBasis Basis);

/// <summary>A permit that the person already has.</summary>
internal sealed record HeldPermit(string Number, DateOnly ValidUntil);

/// <summary>Decides, from facts alone, who gets which permit for how much.</summary>
internal static class PermitRules
{
    /// <summary>What the town can offer this person today.</summary>
    public static Outcome<PermitProposal> Propose(ParkingFacts town, PermitFacts facts)
    {
        if (facts.Held is { } held && !IsUnclear(facts))
            return new SecondPermit(held.Number, held.ValidUntil);
        return FindHome(town, facts).Succeeded(out var home, out var noHome) ? Offer(town, facts, home.Address, home.Zone) : noHome;
    }

    /// <summary>The home whose zone the lists leave open; null when they leave none open.</summary>
    public static Address? HomeInQuestion(ParkingFacts town, PermitFacts facts) =>
        CountedHomes(town, facts) is { Refusal: null, Value: var homes }
            ? homes.Select(home => home.Address).FirstOrDefault(address => ZoneOf(town.Zones, address, facts.Findings).Refusal is AskOffice)
            : null;

    /// <summary>The zone of the home that counts; null when the person has none, or something about it is open.</summary>
    public static string? ZoneOfHome(ParkingFacts town, PermitFacts facts) => FindHome(town, facts).Succeeded(out var home, out _) ? home.Zone.ZoneId : null;

    /// <summary>The decision on what the citizen confirmed.</summary>
    public static Outcome<PermitGrant> Decide(ParkingFacts town, PermitFacts facts, PermitWish wish)
    {
        if (!Propose(town, facts).Succeeded(out var proposal, out var refusal))
            return refusal;
        if (proposal.OwnSpaceExcludes && !wish.NoOwnSpace)
            return new OwnSpace();

        var chosen = proposal.Vehicles.Where(vehicle => wish.PlateKeys.Contains(vehicle.Key)).ToArray();
        if (chosen.Length != wish.PlateKeys.Distinct().Count() || chosen is [])
            return new VehicleNotRegistered();
        if (chosen.Length > proposal.MostPlates)
            return new TooManyPlates(proposal.MostPlates);

        // One vehicle at a time may park: the permit costs what the dearest of its vehicles costs.
        var terms = chosen.Select(vehicle => vehicle.Terms.FirstOrDefault(term => term.Months == wish.Months)).ToArray();
        if (terms.Any(term => term is null))
            return new TermNotOffered(wish.Months);
        return new PermitGrant(proposal, chosen, terms.Max(term => term!.Euros), facts.Day, TermLength.LastDay(facts.Day, wish.Months));
    }

    private static bool IsUnclear(PermitFacts facts) => facts.Resident.Deceased || (facts.Resident.Blocked && facts.Findings.Last<PersonConfirmed>() is null);

    /// <summary>Whoever has two homes that count gets the permit where there is a zone, at the main one first.</summary>
    private static Outcome<CountedHome> FindHome(ParkingFacts town, PermitFacts facts)
    {
        if (IsUnclear(facts))
            return new PersonUnclear();
        if (!CountedHomes(town, facts).Succeeded(out var homes, out var noHome))
            return noHome;

        var zones = homes.Select(home => (home.Address, Zone: ZoneOf(town.Zones, home.Address, facts.Findings))).ToArray();
        var (address, found) = zones.FirstOrDefault(home => home.Zone.Refusal is null, zones[0]);
        return found.Succeeded(out var zone, out var noZone) ? new CountedHome(address, zone) : noZone;
    }

    /// <summary>The person's homes of the kinds that count here, the main one first; at least one.</summary>
    private static Outcome<Residence[]> CountedHomes(ParkingFacts town, PermitFacts facts)
    {
        if ((town.Rules.Residences.Value ?? KindsFound(facts.Findings)) is not { } counted)
            return new RuleUnknown(OpenRule.SecondaryResidence);

        var homes = facts.Resident.Residences.Where(home => home.Address.Ags == town.Town.Ags && home.IsCurrentOn(facts.Day)).ToArray();
        if (homes.Where(home => counted.Contains(home.Kind)).OrderBy(home => home.Kind).ToArray() is { Length: > 0 } counting)
            return counting;
        return homes.Length > 0 ? new SecondaryResidence() : new NotResident();
    }

    private static IReadOnlyList<ResidenceKind>? KindsFound(ClerkFindings findings) => Answer(findings, OpenRule.SecondaryResidence) switch
    {
        null => null,
        true => [ResidenceKind.Main, ResidenceKind.Secondary],
        false => [ResidenceKind.Main],
    };

    private static bool? Answer(ClerkFindings findings, OpenRule rule) => findings.Last<RuleAnswered>(answer => answer.Rule == rule)?.Holds;

    private static Outcome<ParkingZone> ZoneOf(ZoneMap zones, Address address, ClerkFindings findings) => zones.Find(address.Street, address.HouseNumber) switch
    {
        ZoneAnswer.InZone(var zone) => zone,
        ZoneAnswer.OutsideNumbers(var street) => new OutsideNumbers(street, address.HouseNumber.ToString()),
        ZoneAnswer.AskOffice(var question) => findings.Last<ZoneFound>(found => found.StreetAddress == address.StreetAddress) is { } found
            ? ZoneOf(zones, address, found.ZoneId)
            : new AskOffice(question),
        _ => new NotInAnyZone(address.StreetAddress),
    };

    private static Outcome<ParkingZone> ZoneOf(ZoneMap zones, Address address, string? found) =>
        zones.Zones.FirstOrDefault(zone => zone.ZoneId == found) is { } zone ? zone : new NotInAnyZone(address.StreetAddress);

    private static Outcome<PermitProposal> Offer(ParkingFacts town, PermitFacts facts, Address address, ParkingZone zone)
    {
        if ((town.Rules.OwnSpaceExcludes.Value ?? Answer(facts.Findings, OpenRule.OwnSpace)) is not { } ownSpaceExcludes)
            return new RuleUnknown(OpenRule.OwnSpace);
        if (FeeOn(town, facts) is not { } fee)
            return new FeeUnknown();

        var examined = Examine(town.Rules, facts);
        var allowed = examined.Where(one => one.WhyNot is null).Select(one => one.Vehicle).ToArray();
        if (allowed is [])
            return examined.Select(one => one.WhyNot).FirstOrDefault() ?? new NoVehicle();

        var offered = allowed.Select(vehicle => OfferFor(vehicle, town, fee, zone.ZoneId, facts.Findings)).OfType<OfferedVehicle>().ToArray();
        if (offered is [])
            return new UnknownPlateForm(allowed[0].Plate);
        if (offered.Where(vehicle => vehicle.Terms is not []).ToArray() is not { Length: > 0 } priced)
            return new FeeUnknown();

        var space = town.Spaces.FirstOrDefault(space => space.Concerns(address.Street, address.HouseNumber));
        return new PermitProposal(
            zone.ZoneId, zone.Name,
            new Addressee(facts.Resident.Name.Display, address.StreetAddress, address.PostalCode, address.Locality),
            space is null ? null : new SpaceNotice(space.Detail, space.SpaceZone),
            priced, town.Rules.PlatesPerPermit.Value ?? 1, ownSpaceExcludes,
            fee.Id, town.Demo || fee.Demo || zone.Demo);
    }

    /// <summary>The rule of the day; where the town published none and a clerk named a price, one that is silent.</summary>
    private static FeeRule? FeeOn(ParkingFacts town, PermitFacts facts) =>
        town.Fees.On(facts.Day) ?? (facts.Findings.Last<FeeFound>() is null ? null : new UnknownFee { Id = "office", Confidence = "none", Source = "office" });

    private static OfferedVehicle? OfferFor(RegisteredVehicle vehicle, ParkingFacts town, FeeRule fee, string zoneId, ClerkFindings findings)
    {
        var plate = LicensePlate.Parse(vehicle.Plate, town.PlateDistricts);
        if (plate is null && !IsAccepted(findings, vehicle))
            return null;

        var terms = fee.TermsIn(zoneId)
            .Where(months => town.Rules.TermsMonths.Value?.Contains(months) ?? true)
            .OrderDescending()
            .Select(months => (months, fee.Answer(new FeeQuestion(months, zoneId, vehicle.LengthMillimetres, vehicle.WidthMillimetres)) as FeeAnswer.Amount))
            .Where(priced => priced.Item2 is not null)
            .Select(priced => new OfferedTerm(priced.months, priced.Item2!.Euros))
            .ToArray();
        if (terms is [] && findings.Last<FeeFound>() is { } found)
            terms = [new OfferedTerm(found.Months, found.Cents / 100m)];
        return new OfferedVehicle(plate?.ToString() ?? vehicle.Plate, plate?.Key ?? vehicle.Plate, vehicle.TradeName, terms);
    }

    /// <summary>Each vehicle of the person, and of others where the town permits that use, once; with why it gets no permit, or null when it gets one.</summary>
    internal static (RegisteredVehicle Vehicle, PermitRefusal? WhyNot)[] Examine(EligibilityRules rules, PermitFacts facts)
    {
        var bases = (rules.Bases.Value ?? []).Select(rule => rule.Basis).ToHashSet();
        var used = facts.Used.Where(one => bases.Contains(one.Basis)).Select(one => one.Vehicle).ToArray();
        var own = facts.Vehicles.Where(vehicle => !used.Any(other => other.Plate == vehicle.Plate));
        return
        [
            .. own.Select(vehicle => (vehicle, WhyUnclear(rules, vehicle) is { } unclear && !IsAccepted(facts.Findings, vehicle) ? unclear : WhyNot(rules, vehicle))),
            .. used.Select(vehicle => (vehicle, WhyNot(rules, vehicle))),
        ];
    }

    /// <summary>Why a vehicle gets no permit, whoever keeps it; null when it gets one.</summary>
    private static PermitRefusal? WhyNot(EligibilityRules rules, RegisteredVehicle vehicle)
    {
        if (rules.ExcludedVehicleKinds.Value?.Contains(vehicle.Kind) is true)
            return new VehicleNotAllowed(vehicle.Plate);
        if (vehicle.LengthMillimetres > rules.MaxLengthMm.Value || vehicle.WidthMillimetres > rules.MaxWidthMm.Value)
            return new VehicleTooLarge(vehicle.Plate, rules.MaxLengthMm.Value, rules.MaxWidthMm.Value);
        return null;
    }

    private sealed record CountedHome(Address Address, ParkingZone Zone);

    private static bool IsAccepted(ClerkFindings findings, RegisteredVehicle vehicle) => findings.Last<VehicleAccepted>(found => found.Plate == vehicle.Plate) is not null;

    /// <summary>What a clerk must find out about a vehicle; null when nothing.</summary>
    private static OfficeDecides? WhyUnclear(EligibilityRules rules, RegisteredVehicle vehicle)
    {
        if (rules.Keeper.Value is not { } keepers)
            return new RuleUnknown(OpenRule.Vehicle, vehicle.Plate);
        if (vehicle.Keeper is KeeperKind.Company || !keepers.Contains(KeeperRule.Applicant))
            return new CompanyVehicle(vehicle.Plate);
        // Every town gives cars a permit; which other kinds get one was not found.
        return rules.ExcludedVehicleKinds.Value is null && vehicle.Kind is not VehicleKind.Car ? new RuleUnknown(OpenRule.Vehicle, vehicle.Plate) : null;
    }
}
