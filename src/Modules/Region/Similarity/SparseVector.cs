namespace Modellstadt.Region.Similarity;

/// <summary>Weighted features of a text, of length 1 (or empty): the product of two is the cosine of their angle.</summary>
internal sealed class SparseVector
{
    private readonly uint[] keys;
    private readonly float[] weights;

    private SparseVector(uint[] keys, float[] weights) => (this.keys, this.weights) = (keys, weights);

    /// <summary>The features, ascending.</summary>
    public IReadOnlyList<uint> Keys => keys;

    /// <summary>Weighs features: the logarithm of how often one occurs, times how rare it is elsewhere.</summary>
    /// <param name="counts">How often each feature occurs.</param>
    /// <param name="rarity">How rare a feature is among all texts.</param>
    /// <param name="most">Only so many of the heaviest are kept.</param>
    public static SparseVector Of(IReadOnlyDictionary<uint, int> counts, Func<uint, float> rarity, int most = int.MaxValue)
    {
        var weighed = counts.Select(count => (Feature: count.Key, Weight: (1 + MathF.Log(count.Value)) * rarity(count.Key)));
        if (counts.Count > most)
            weighed = weighed.OrderByDescending(feature => feature.Weight).ThenBy(feature => feature.Feature).Take(most);
        var kept = weighed.ToArray();
        Array.Sort(kept, (one, other) => one.Feature.CompareTo(other.Feature));
        var length = MathF.Sqrt(kept.Sum(feature => feature.Weight * feature.Weight));
        return new SparseVector([.. kept.Select(feature => feature.Feature)], [.. kept.Select(feature => length > 0 ? feature.Weight / length : 0)]);
    }

    /// <summary>Each feature with its weight.</summary>
    public IEnumerable<(uint Feature, float Weight)> Pairs() => keys.Zip(weights);

    /// <summary>From 0 (nothing in common) to 1 (the same).</summary>
    public float Cosine(SparseVector other)
    {
        var sum = 0f;
        for (var (mine, theirs) = (0, 0); NextShared(other, ref mine, ref theirs); mine++, theirs++)
            sum += weights[mine] * other.weights[theirs];
        return sum;
    }

    /// <summary>Which part of this one's features, by weight, the other has: from 0 to 1.</summary>
    public float Covered(SparseVector other)
    {
        var sum = 0f;
        for (var (mine, theirs) = (0, 0); NextShared(other, ref mine, ref theirs); mine++, theirs++)
            sum += weights[mine] * weights[mine];
        return sum;
    }

    private bool NextShared(SparseVector other, ref int mine, ref int theirs)
    {
        while (mine < keys.Length && theirs < other.keys.Length)
        {
            if (keys[mine] == other.keys[theirs])
                return true;
            if (keys[mine] < other.keys[theirs])
                mine++;
            else
                theirs++;
        }

        return false;
    }
}
