using Modellstadt.Kernel.Outcomes;
using Modellstadt.Parking.Facts;
using Modellstadt.Parking.Permits;

namespace Modellstadt.Parking.Rules.Preview;

/// <summary>
/// Decides each permit once with the rules that would hold anyway and once with the draft, from the facts of its last decision, and
/// keeps counts only: memory does not grow with the permits.
/// </summary>
/// <param name="before">The rules that would hold on the day without the draft.</param>
/// <param name="after">The draft.</param>
/// <param name="day">The draft's first day.</param>
internal sealed class RulePreview(ParkingFacts before, ParkingFacts after, DateOnly day)
{
    private const int MostSamples = 20;

    private readonly Dictionary<(string From, string To), Tally> moves = [];
    private readonly Dictionary<string, (Refusal Why, Tally Tally)> losses = [];
    private readonly Dictionary<string, int> bearing = [];
    private readonly Dictionary<string, int> wouldBear = [];
    private FeeDifference fees = new(0, 0, 0, 0, 0);
    private (int Permits, int NotChecked, int Open, int Gains) counts;

    /// <summary>Takes one permit in force into account.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="zone">Its zone.</param>
    /// <param name="facts">The facts of its last decision; null when they are not kept.</param>
    public void Add(string number, string zone, DecisionFacts? facts)
    {
        counts.Permits++;
        Count(bearing, zone);
        if (facts is not { Registers: { } registers, Wish: { } wish })
        {
            counts.NotChecked++;
            Count(wouldBear, zone);
            return;
        }

        var asked = registers with { Day = day, Held = null };
        Compare(number, zone, PermitRules.Decide(before, asked, wish), PermitRules.Decide(after, asked, wish));
    }

    /// <summary>What came of it.</summary>
    public PreviewReport Report() => new()
    {
        Day = day,
        Permits = counts.Permits,
        NotChecked = counts.NotChecked,
        Open = counts.Open,
        Moves = [.. moves.Select(move => new ZoneMove(move.Key.From, move.Key.To, move.Value.Count, move.Value.Samples)).OrderByDescending(move => move.Count)],
        Losses = [.. losses.Values.Select(loss => new LostRight(loss.Why, loss.Tally.Count, loss.Tally.Samples)).OrderByDescending(loss => loss.Count)],
        Gains = counts.Gains,
        Fees = fees,
        Zones = [.. Loads()],
        Addresses = ComparedAddresses.Of(before, after),
    };

    private void Compare(string number, string zone, Outcome<PermitGrant> without, Outcome<PermitGrant> with)
    {
        if (with.Succeeded(out var granted, out var refusal))
        {
            Count(wouldBear, granted.Proposal.ZoneId);
            if (granted.Proposal.ZoneId != zone)
                Tallied(moves, (zone, granted.Proposal.ZoneId)).Add(number);
            if (without.Succeeded(out var today, out _))
                Charge(granted.Euros - today.Euros);
            else
                counts.Gains++;
            return;
        }

        Count(wouldBear, zone); // The permit lasts until its end.
        if (without.Refusal is not null)
        {
            counts.Open++;
            return;
        }

        losses.TryAdd(refusal.Type, (refusal, new Tally()));
        losses[refusal.Type].Tally.Add(number);
    }

    private void Charge(decimal difference) => fees = new FeeDifference(
        fees.Dearer + (difference > 0 ? 1 : 0), fees.Cheaper + (difference < 0 ? 1 : 0), fees.Sum + difference,
        Math.Max(fees.LargestRise, difference), Math.Max(fees.LargestFall, -difference));

    private IEnumerable<ZoneLoad> Loads()
    {
        var most = after.Rules.MostPermitsPerSpace.Value ?? 1;
        return before.Zones.Zones.Concat(after.Zones.Zones).Select(zone => zone.ZoneId).Concat(bearing.Keys).Distinct().Select(zone =>
        {
            var (spacesBefore, spacesAfter) = (SpacesOf(before, zone), SpacesOf(after, zone));
            var would = wouldBear.GetValueOrDefault(zone);
            return new ZoneLoad(zone, bearing.GetValueOrDefault(zone), spacesBefore, would, spacesAfter, would > spacesAfter * most);
        });
    }

    private static int? SpacesOf(ParkingFacts town, string zone) => town.Zones.Zones.FirstOrDefault(candidate => candidate.ZoneId == zone)?.Spaces.Value;

    private static void Count(Dictionary<string, int> permits, string zone) => permits[zone] = permits.GetValueOrDefault(zone) + 1;

    private static Tally Tallied<TKey>(Dictionary<TKey, Tally> tallies, TKey key) where TKey : notnull
    {
        if (!tallies.TryGetValue(key, out var tally))
            tallies[key] = tally = new Tally();
        return tally;
    }

    /// <summary>How many, and some of them.</summary>
    private sealed class Tally
    {
        public int Count { get; private set; }

        public List<string> Samples { get; } = [];

        public void Add(string number)
        {
            Count++;
            if (Samples.Count < MostSamples)
                Samples.Add(number);
        }
    }
}
