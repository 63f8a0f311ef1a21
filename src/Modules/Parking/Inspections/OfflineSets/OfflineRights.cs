using Modellstadt.Parking.Rules;

namespace Modellstadt.Parking.Inspections.OfflineSets;

/// <summary>The rights that go into a set.</summary>
internal static class OfflineRights
{
    /// <summary>Every right that holds on a day in a zone, where it is written and where rules let it count too.</summary>
    /// <param name="index">All plates.</param>
    /// <param name="rules">The town's rules.</param>
    /// <param name="zones">Letters of the zones.</param>
    /// <param name="first">First day on the town's clocks.</param>
    /// <param name="last">Last day.</param>
    public static IEnumerable<OfflineRight> Of(PlateIndex index, TownRules rules, IReadOnlyCollection<string> zones, DateOnly first, DateOnly last)
    {
        for (var day = first; day <= last; day = day.AddDays(1))
        {
            var facts = rules.On(day);
            foreach (var (plate, rights) in index.All())
            {
                foreach (var zone in rights.Where(right => right.IsValidOn(day)).SelectMany(right => facts.ZonesOfRight(right.ZoneId, right.ValidFrom, day)).Where(zones.Contains).Distinct())
                    yield return new OfflineRight(day, zone, plate);
            }
        }
    }
}
