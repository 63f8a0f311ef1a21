using Modellstadt.Kernel.Outcomes;
using Modellstadt.Parking.Facts;
using Modellstadt.Parking.Fees;
using Modellstadt.Parking.Plates;
using Modellstadt.Parking.Zones;
using Modellstadt.Registers;

namespace Modellstadt.Parking.Permits;

/// <summary>What the registers say on the day of the decision.</summary>
/// <param name="Day">The town's day.</param>
/// <param name="Resident">The person.</param>
/// <param name="Vehicles">Vehicles registered to the person.</param>
/// <param name="Held">The person's permit in force; null when there is none.</param>
internal sealed record PermitFacts(DateOnly Day, Resident Resident, IReadOnlyList<RegisteredVehicle> Vehicles, HeldPermit? Held);

/// <summary>A permit that the person already has.</summary>
internal sealed record HeldPermit(string Number, DateOnly ValidUntil);

/// <summary>Decides, from facts alone, who gets which permit for how much.</summary>
internal static class PermitRules
{
    /// <summary>What the town can offer this person today.</summary>
    public static Outcome<PermitProposal> Propose(ParkingFacts town, PermitFacts facts)
    {
        if (facts.Resident.Blocked || facts.Resident.Deceased)
            return new PersonUnclear();
        if (facts.Held is { } held)
            return new SecondPermit(held.Number, held.ValidUntil);
        if (!CountedResidence(town, facts).Succeeded(out var residence, out var noResidence))
            return noResidence;
        if (!ZoneOf(town.Zones, residence.Address).Succeeded(out var zone, out var noZone))
            return noZone;
        return Offer(town, facts, residence.Address, zone);
    }

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
        return new PermitGrant(proposal, chosen, terms.Max(term => term!.Euros), facts.Day, facts.Day.AddMonths(wish.Months).AddDays(-1));
    }

    private static Outcome<Residence> CountedResidence(ParkingFacts town, PermitFacts facts)
    {
        if (town.Rules.Residences.Value is not { } counted)
            return new RuleUnknown();

        var residences = facts.Resident.Residences.Where(residence => residence.Address.Ags == town.Town.Ags && residence.IsCurrentOn(facts.Day)).ToArray();
        if (residences.FirstOrDefault(residence => counted.Contains(residence.Kind)) is { } residence)
            return residence;
        return residences.Length > 0 ? new SecondaryResidence() : new NotResident();
    }

    private static Outcome<ParkingZone> ZoneOf(ZoneMap zones, Address address) => zones.Find(address.Street, address.HouseNumber) switch
    {
        ZoneAnswer.InZone(var zone) => zone,
        ZoneAnswer.OutsideNumbers(var street) => new OutsideNumbers(street, address.HouseNumber.ToString()),
        ZoneAnswer.AskOffice(var question) => new AskOffice(question),
        _ => new NotInAnyZone(address.StreetAddress),
    };

    private static Outcome<PermitProposal> Offer(ParkingFacts town, PermitFacts facts, Address address, ParkingZone zone)
    {
        if (town.Fees.On(facts.Day) is not { } fee)
            return new FeeUnknown();

        var allowed = facts.Vehicles.Where(vehicle => WhyNot(town.Rules, vehicle) is null).ToArray();
        if (allowed is [])
            return facts.Vehicles.Select(vehicle => WhyNot(town.Rules, vehicle)).FirstOrDefault() ?? new NoVehicle();

        var offered = allowed.Select(vehicle => OfferFor(vehicle, town, fee, zone.ZoneId)).OfType<OfferedVehicle>().ToArray();
        if (offered is [])
            return new UnknownPlateForm(allowed[0].Plate);
        if (offered.Any(vehicle => vehicle.Terms is []))
            return new FeeUnknown();

        var space = town.Spaces.FirstOrDefault(space => space.Concerns(address.Street, address.HouseNumber));
        return new PermitProposal(
            zone.ZoneId, zone.Name,
            new Addressee(facts.Resident.Name.Display, address.StreetAddress, address.PostalCode, address.Locality),
            space is null ? null : new SpaceNotice(space.Detail, space.SpaceZone),
            offered, town.Rules.PlatesPerPermit.Value ?? 1, town.Rules.OwnSpaceExcludes.Value ?? false,
            fee.Id, town.Demo || fee.Demo || zone.Demo);
    }

    private static OfferedVehicle? OfferFor(RegisteredVehicle vehicle, ParkingFacts town, FeeRule fee, string zoneId)
    {
        if (LicensePlate.Parse(vehicle.Plate, town.PlateDistricts) is not { } plate)
            return null;

        var terms = fee.TermsIn(zoneId)
            .Where(months => town.Rules.TermsMonths.Value?.Contains(months) ?? true)
            .OrderDescending()
            .Select(months => (months, fee.Answer(new FeeQuestion(months, zoneId, vehicle.LengthMillimetres, vehicle.WidthMillimetres)) as FeeAnswer.Amount))
            .Where(priced => priced.Item2 is not null)
            .Select(priced => new OfferedTerm(priced.months, priced.Item2!.Euros));
        return new OfferedVehicle(plate.ToString(), plate.Key, vehicle.TradeName, [.. terms]);
    }

    /// <summary>Why a vehicle gets no permit; null when it gets one.</summary>
    private static PermitRefusal? WhyNot(EligibilityRules rules, RegisteredVehicle vehicle)
    {
        if (rules.Keeper.Value is not { } keepers)
            return new RuleUnknown();
        if (vehicle.Keeper is KeeperKind.Company || !keepers.Contains(KeeperRule.Applicant))
            return new CompanyVehicle(vehicle.Plate);
        if (rules.ExcludedVehicleKinds.Value?.Contains(vehicle.Kind) is true)
            return new VehicleNotAllowed(vehicle.Plate);
        if (vehicle.LengthMillimetres > rules.MaxLengthMm.Value || vehicle.WidthMillimetres > rules.MaxWidthMm.Value)
            return new VehicleTooLarge(vehicle.Plate, rules.MaxLengthMm.Value, rules.MaxWidthMm.Value);
        return null;
    }
}
