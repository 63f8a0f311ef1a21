using Modellstadt.Kernel.Outcomes;
using Modellstadt.Parking.Facts;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Plates;
using Modellstadt.Parking.ProvisionalPermits;
using Modellstadt.Parking.RegisterEvents;
using Modellstadt.Parking.Rules;

namespace Modellstadt.Parking.Changes.Rules;

/// <summary>
/// Decides, from facts alone, what a holder may change about a permit and for how much. Person, home, zone and vehicle are examined
/// like those of a first application.
/// </summary>
internal static class ChangeRules
{
    /// <summary>The decision on what the holder asked for.</summary>
    /// <param name="town">The town's rules of the day.</param>
    /// <param name="facts">What the registers say.</param>
    /// <param name="permit">The permit as it is.</param>
    /// <param name="purpose">What was asked for.</param>
    /// <param name="wish">The details.</param>
    public static Outcome<PermitChange> Decide(ParkingFacts town, PermitFacts facts, Permit permit, ApplicationPurpose purpose, PermitWish wish)
    {
        if (purpose is ApplicationPurpose.Lapse)
            return new PermitLapses();
        if (permit.Provisional)
            return new ProvisionalUnchanged();
        if (permit.State is PermitState.Suspended)
            return new PermitIsSuspended();
        if (permit.IsOver(facts.Day))
            return new PermitHasEnded(permit.ValidUntil);
        if (!PermitRules.Propose(town, facts with { Held = null }).Succeeded(out var proposal, out var refusal))
            return refusal;

        return purpose switch
        {
            ApplicationPurpose.Renewal => Renew(town, facts, permit, proposal, wish),
            ApplicationPurpose.PlateChange => ChangePlates(town, facts, permit, proposal, wish),
            ApplicationPurpose.TemporaryPlate => AddTemporaryPlate(town, facts, permit, proposal, wish),
            ApplicationPurpose.ZoneSwap => SwapZone(town, facts, permit, proposal),
            _ => throw new ArgumentOutOfRangeException(nameof(purpose), purpose, "This is no change of a permit."),
        };
    }

    /// <summary>The first day on which a permit can be renewed; null when the town has not said it.</summary>
    public static DateOnly? RenewableFrom(ParkingFacts town, Permit permit) => town.Rules.RenewalEarliest.Value?.Before(permit.ValidUntil);

    /// <summary>Days for which another plate may still stand in during a year; null when the town has not said it.</summary>
    public static int? TemporaryDaysLeft(ParkingFacts town, Permit permit, int year) =>
        town.Rules.TemporaryPlateDays.Value - permit.EachTemporaryPlate.Sum(plate => plate.DaysIn(year));

    /// <summary>Euro cents that come back when the permit is returned; null when the town has not said it.</summary>
    public static long? CentsBack(ParkingFacts town, IReadOnlyCollection<PermitTerm> terms, DateOnly day) =>
        town.Rules.Refund.Value is null ? null : CreditsFor(town, terms, day).Sum(credit => credit.Cents);

    /// <summary>
    /// What comes back of the fee of each term when the permit is returned: whole months that have not begun. The office keeps its share
    /// once, however many terms there are. Empty when nothing comes back, or the town has not said what.
    /// </summary>
    /// <param name="town">The town's rules of the day.</param>
    /// <param name="terms">The terms of the permit.</param>
    /// <param name="day">The last day of use.</param>
    public static IReadOnlyList<ReturnCredit> CreditsFor(ParkingFacts town, IEnumerable<PermitTerm> terms, DateOnly day)
    {
        if (town.Rules.Refund.Value is not { } rule)
            return [];

        var unused = terms.OrderBy(term => term.ValidFrom).Select(term => new ReturnCredit(term.FeeNoticeId, UnusedCents(term, day))).ToArray();
        var total = unused.Sum(credit => credit.Cents);
        var kept = total - rule.CentsBack(total, 1, 1);
        var credits = new List<ReturnCredit>();
        foreach (var credit in unused)
        {
            var back = Math.Max(0, credit.Cents - kept);
            kept -= credit.Cents - back;
            if (back > 0)
                credits.Add(credit with { Cents = back });
        }

        return credits;
    }

    /// <summary>The share of a term's fee, euro cents, for the whole months that have not begun on a day; nothing of a term that is not one of whole months.</summary>
    public static long UnusedCents(PermitTerm term, DateOnly day) => TermLength.MonthsOf(term.ValidFrom, term.ValidUntil) is { } months
        ? new RefundRule(KeptEuros: 0, SmallestEuros: 0).CentsBack(term.AmountCents, months, TermLength.MonthsLeft(term.ValidFrom, months, day))
        : 0;

    /// <summary>What a change other than a renewal costs: by the town's rule for it, by its fee rule, or as a clerk found it.</summary>
    public static Outcome<decimal> FeeOf(ParkingFacts town, PermitFacts facts, ApplicationPurpose purpose)
    {
        var ruled = town.Rules.ChangeFees.Value;
        var own = purpose switch
        {
            ApplicationPurpose.PlateChange => ruled?.Plate,
            ApplicationPurpose.TemporaryPlate => ruled?.TemporaryPlate,
            _ => ruled?.Zone,
        };
        return (own ?? town.Fees.On(facts.Day)?.ChangeFee ?? facts.Findings.Last<FeeFound>()?.Cents / 100m) is { } euros ? euros : new FeeUnknown();
    }

    private static Outcome<PermitChange> Renew(ParkingFacts town, PermitFacts facts, Permit permit, PermitProposal proposal, PermitWish wish)
    {
        if (RenewableFrom(town, permit) is { } earliest && facts.Day < earliest)
            return new RenewalTooEarly(earliest, permit.ValidUntil);
        if (proposal.ZoneId != permit.Zone && !IsRecut(town, permit, proposal.ZoneId, facts.Day))
            return new OtherZoneNow(permit.Zone, proposal.ZoneId);
        if (!Kept(town, facts, permit, proposal).Succeeded(out var kept, out var gone))
            return gone;
        if (proposal.OwnSpaceExcludes && !wish.NoOwnSpace)
            return new OwnSpace();

        var terms = kept.Select(vehicle => vehicle.Terms.FirstOrDefault(term => term.Months == wish.Months)).ToArray();
        if (terms.Any(term => term is null))
            return new TermNotOffered(wish.Months);

        var from = permit.ValidUntil.AddDays(1);
        return new PermitChange.Renewal(
            proposal, terms.Max(term => term!.Euros), permit.EachPlate, wish.Months, from, TermLength.LastDay(from, wish.Months)) { NeedsClerk = RenewableFrom(town, permit) is null };
    }

    private static Outcome<PermitChange> ChangePlates(ParkingFacts town, PermitFacts facts, Permit permit, PermitProposal proposal, PermitWish wish)
    {
        if (proposal.ZoneId != permit.Zone && !IsRecut(town, permit, proposal.ZoneId, facts.Day))
            return new OtherZoneNow(permit.Zone, proposal.ZoneId);

        var chosen = proposal.Vehicles.Where(vehicle => wish.PlateKeys.Contains(vehicle.Key)).ToArray();
        if (chosen.Length != wish.PlateKeys.Distinct().Count() || chosen is [])
            return new VehicleNotRegistered();
        if (chosen.Length > proposal.MostPlates)
            return new TooManyPlates(proposal.MostPlates);
        if (KeysOf(permit).SetEquals(chosen.Select(vehicle => vehicle.Key)))
            return new SamePlates();

        return FeeOf(town, facts, ApplicationPurpose.PlateChange).Succeeded(out var euros, out var unknown)
            ? new PermitChange.Plate(proposal, euros, [.. chosen.Select(vehicle => vehicle.Plate)])
            : unknown;
    }

    private static Outcome<PermitChange> AddTemporaryPlate(ParkingFacts town, PermitFacts facts, Permit permit, PermitProposal proposal, PermitWish wish)
    {
        if (town.Rules.TemporaryPlateDays.Value is 0)
            return new NoTemporaryPlates();
        if (wish.Temporary is not { } asked || LicensePlate.Parse(asked.Plate, town.PlateDistricts) is not { } plate)
            return new TemporaryPlateUnreadable();
        if (asked.From < facts.Day || asked.Until < asked.From || asked.Until > permit.ValidUntil)
            return new TemporaryDaysUnfit(facts.Day, permit.ValidUntil);

        var added = new TemporaryPlate(plate.ToString(), plate.Key, asked.From, asked.Until);
        if (KeysOf(permit).Contains(added.Key))
            return new SamePlates();
        if (permit.EachTemporaryPlate.Any(added.Overlaps))
            return new TemporaryPlateTaken();
        for (var year = added.From.Year; year <= added.Until.Year; year++)
        {
            if (TemporaryDaysLeft(town, permit, year) is { } left && added.DaysIn(year) > left)
                return new TooManyTemporaryDays(year, Math.Max(0, left));
        }

        return FeeOf(town, facts, ApplicationPurpose.TemporaryPlate).Succeeded(out var euros, out var unknown)
            ? new PermitChange.Temporary(proposal, euros, added) { NeedsClerk = town.Rules.TemporaryPlateDays.Value is null }
            : unknown;
    }

    private static Outcome<PermitChange> SwapZone(ParkingFacts town, PermitFacts facts, Permit permit, PermitProposal proposal)
    {
        if (proposal.ZoneId == permit.Zone)
            return new SameZone(permit.Zone);
        if (IsRecut(town, permit, proposal.ZoneId, facts.Day))
            return new PermitChange.Zone(proposal, 0); // The town moved the border, not the holder.

        return FeeOf(town, facts, ApplicationPurpose.ZoneSwap).Succeeded(out var euros, out var unknown) ? new PermitChange.Zone(proposal, euros) : unknown;
    }

    /// <summary>The vehicles on the permit, each still entitled; refused with the first that is not.</summary>
    private static Outcome<OfferedVehicle[]> Kept(ParkingFacts town, PermitFacts facts, Permit permit, PermitProposal proposal)
    {
        var keys = KeysOf(permit);
        var kept = proposal.Vehicles.Where(vehicle => keys.Contains(vehicle.Key)).ToArray();
        if (kept.Length == keys.Count)
            return kept;

        var missing = permit.EachPlate.First(plate => kept.All(vehicle => vehicle.Key != KeyOf(plate)));
        return PermitRules.Examine(town.Rules, facts).Where(one => KeyOf(one.Vehicle.Plate) == KeyOf(missing)).ToArray() is [var examined, ..]
            ? examined.WhyNot ?? new FeeUnknown()
            : new PlateGone(missing);
    }

    /// <summary>True when the town cut the permit's zone anew, and the home lies in a part of it.</summary>
    private static bool IsRecut(ParkingFacts town, Permit permit, string zone, DateOnly day) =>
        town.Recuts.Any(recut => recut.OldZone == permit.Zone && permit.ValidFrom < recut.On && recut.On <= day && recut.NewZones.Contains(zone));

    private static HashSet<string> KeysOf(Permit permit) => [.. permit.EachPlate.Select(KeyOf)];

    /// <summary>A stored plate is written apart (<c>GE-AB 123</c>): no known district is needed to read it.</summary>
    private static string KeyOf(string plate) => LicensePlate.Parse(plate, new HashSet<string>())?.Key ?? plate;
}

/// <summary>What comes back of a fee.</summary>
/// <param name="FeeNoticeId">The notice.</param>
/// <param name="Cents">Euro cents.</param>
internal sealed record ReturnCredit(Guid FeeNoticeId, long Cents);
