// SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators, OOPSLA 2014).
namespace Modellstadt.Registers;

/// <summary>Chance that a seed repeats, on every machine and with every version of the runtime. Not for secrets.</summary>
internal sealed class DemoDice(ulong seed)
{
    private ulong state = seed;

    /// <summary>The next 64 bits.</summary>
    public ulong Next()
    {
        state += 0x9E3779B97F4A7C15;
        var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>A number from 0 up to, but not including, the bound.</summary>
    public int Below(int bound) => (int)(Next() % (ulong)bound);

    /// <summary>True so many times in a hundred.</summary>
    public bool Percent(int chance) => Below(100) < chance;

    /// <summary>One of them.</summary>
    public T Pick<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    /// <summary>A day from the first to the last year.</summary>
    public DateOnly Day(int firstYear, int lastYear) => new DateOnly(firstYear + Below(lastYear - firstYear + 1), 1, 1).AddDays(Below(365));

    /// <summary>The same things in another order.</summary>
    public void Shuffle<T>(T[] things)
    {
        for (var last = things.Length - 1; last > 0; last--)
        {
            var other = Below(last + 1);
            (things[last], things[other]) = (things[other], things[last]);
        }
    }
}
