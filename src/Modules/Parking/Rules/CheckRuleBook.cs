using Modellstadt.Parking.Zones;
using Modellstadt.Registers;

namespace Modellstadt.Parking.Rules;

/// <summary>Looks through a rule book for what cannot hold or is easily forgotten. The errors first.</summary>
internal static class CheckRuleBook
{
    /// <summary>Most zones of a book.</summary>
    public const int MostZones = 500;

    /// <summary>Most lines of all street lists together.</summary>
    public const int MostRanges = 20_000;

    /// <summary>Most fees, extra zones, new cuts and notes, each.</summary>
    public const int MostOthers = 200;

    /// <summary>Longest text of a book, characters.</summary>
    public const int LongestText = 1_000;

    /// <summary>VwV-StVO zu § 45 Absatz 1 bis 1e, since 10.04.2025: a zone extends to 1,500 m at most.</summary>
    public const int MostMetres = 1_500;

    // Overlaps at borders that were drawn by hand are not meant.
    private const double LeastSharedSquareMetres = 100;

    /// <summary>Everything that was found.</summary>
    /// <param name="book">The book.</param>
    /// <param name="day">The day on which its fees are looked at.</param>
    public static IReadOnlyList<RuleFinding> Of(RuleBook book, DateOnly day)
    {
        RuleFinding[] limits = [.. Limits(book)];
        return limits is not []
            ? limits
            : [.. Zones(book).Concat(Houses(book)).Concat(Areas(book)).Concat(CheckFees.Of(book, day)).Concat(CheckNumbers.Of(book)).Concat(Names(book)).OrderByDescending(found => found.IsError)];
    }

    private static IEnumerable<RuleFinding> Limits(RuleBook book)
    {
        (string What, int Count, int Most)[] counts =
        [
            ("zones", book.Zones.Count, MostZones), ("zones[].streets", book.Zones.Sum(zone => zone.Streets.Count), MostRanges), ("fees", book.Fees.Count, MostOthers),
            ("space_assignments", book.SpaceAssignments.Count, MostRanges), ("extra_zones", book.ExtraZones.Count, MostOthers), ("recuts", book.Recuts.Count, MostOthers),
            ("clerk_notes", book.ClerkNotes.Count, MostOthers),
        ];
        foreach (var (what, count, most) in counts.Where(one => one.Count > one.Most))
            yield return new RuleFinding.TooMany(what, count, most);
        if (book.ClerkNotes.Concat(book.ExtraZones.Select(extra => extra.Reason)).Concat(book.Zones.SelectMany(zone => new[] { zone.ZoneId, zone.Name })).Any(text => text.Length > LongestText))
            yield return new RuleFinding.TextTooLong("clerk_notes, extra_zones[].reason, zones[].name", LongestText);
    }

    private static IEnumerable<RuleFinding> Zones(RuleBook book)
    {
        foreach (var twice in book.Zones.GroupBy(zone => zone.ZoneId).Where(group => group.Count() > 1))
            yield return new RuleFinding.ZoneTwice(twice.Key);
        foreach (var zone in book.Zones)
        {
            if (zone.Ags != book.Ags)
                yield return new RuleFinding.ForeignZone(zone.ZoneId, zone.Ags);
            if (zone.Status is ZoneStatus.InForce && zone is { Streets: [], Area: null })
                yield return new RuleFinding.ZoneEmpty(zone.ZoneId);
            if (zone.Status is ZoneStatus.InForce && zone.Spaces.Value is null)
                yield return new RuleFinding.CapacityMissing(zone.ZoneId);
            foreach (var range in zone.Streets.Where(range => !range.IsSound))
                yield return new RuleFinding.RangeBroken(zone.ZoneId, range.Name, range.From?.ToString() ?? "–", range.To?.ToString() ?? "–");
        }
    }

    /// <summary>Houses in two zones, and lines of one zone that say the same twice: wherever two ranges meet, a first number of one of them or its neighbour lies in both.</summary>
    private static IEnumerable<RuleFinding> Houses(RuleBook book)
    {
        var lines = book.Zones.SelectMany(zone => zone.Streets.Where(range => range.IsSound).Select(range => (Zone: zone.ZoneId, Range: range)));
        foreach (var street in lines.GroupBy(line => line.Range.Street).Where(group => group.Count() > 1))
        {
            var ofStreet = street.ToArray();
            var bothSides = ofStreet.Any(line => line.Range.Parity is Parity.Even) && ofStreet.Any(line => line.Range.Parity is Parity.Odd);
            var told = new HashSet<string>();
            foreach (var house in ofStreet.SelectMany(line => Beginnings(line.Range)).Distinct().Order())
            {
                var inside = ofStreet.Where(line => line.Range.Covers(house, bothSides) is Coverage.Inside).ToArray();
                var zones = string.Join(", ", inside.Select(line => line.Zone).Distinct());
                if (inside.Length > 1 && told.Add(zones))
                    yield return inside.Select(line => line.Zone).Distinct().Count() > 1
                        ? new RuleFinding.HouseInSeveralZones(inside[0].Range.Name, house.ToString(), zones)
                        : new RuleFinding.RangesOverlap(zones, inside[0].Range.Name, house.ToString());
            }
        }
    }

    private static IEnumerable<HouseNumber> Beginnings(StreetRange range)
    {
        var first = range.From ?? new HouseNumber(1, "");
        return [first, first with { Number = first.Number + 1, Suffix = "" }];
    }

    private static IEnumerable<RuleFinding> Areas(RuleBook book)
    {
        var drawn = book.Zones.Where(zone => zone.Area is not null).ToArray();
        foreach (var zone in drawn)
        {
            if (zone.Area!.Fault is { } fault)
                yield return new RuleFinding.AreaBroken(zone.ZoneId, fault);
            else if (zone.Area.ExtentMetres() is > MostMetres and var metres)
                yield return new RuleFinding.AreaTooLarge(zone.ZoneId, (int)Math.Ceiling(metres));
        }

        foreach (var (number, zone) in drawn.Index())
        {
            foreach (var other in drawn.Skip(number + 1))
            {
                if (zone.Area!.SharedSquareMetres(other.Area!) is > LeastSharedSquareMetres and var shared)
                    yield return new RuleFinding.AreasOverlap(zone.ZoneId, other.ZoneId, (int)shared);
            }
        }
    }

    /// <summary>Every zone that a rule names must be one of the book; the old zone of a new cut may be gone.</summary>
    private static IEnumerable<RuleFinding> Names(RuleBook book)
    {
        var known = book.Zones.Select(zone => zone.ZoneId).Concat(book.Recuts.Select(recut => recut.OldZone)).ToHashSet();
        (string Zone, string Where)[] named =
        [
            .. book.ExtraZones.SelectMany(extra => new[] { extra.PermitZone, extra.AlsoIn }).Select(zone => (zone, "extra_zones")),
            .. book.Recuts.SelectMany(recut => recut.NewZones).Select(zone => (zone, "recuts")),
            .. book.SpaceAssignments.SelectMany(space => new[] { space.AddressZone, space.SpaceZone }).Select(zone => (zone, "space_assignments")),
        ];
        foreach (var (zone, where) in named.Distinct().Where(name => !known.Contains(name.Zone)))
            yield return new RuleFinding.UnknownZone(zone, where);
        foreach (var extra in book.ExtraZones.Where(extra => extra.From > extra.Until))
            yield return new RuleFinding.DaysReversed($"extra_zones {extra.PermitZone} → {extra.AlsoIn}");
        foreach (var recut in book.Recuts.Where(recut => recut.KeepUntil < recut.On))
            yield return new RuleFinding.DaysReversed($"recuts {recut.OldZone}");
    }
}
