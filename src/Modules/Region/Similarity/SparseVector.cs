namespace Modellstadt.Region.Similarity;

/// <summary>Weighted features of a text, of length 1 (or empty): the product of two is the cosine of their angle.</summary>
internal sealed class SparseVector
{
    private readonly uint[] keys;
    private readonly float[] weights;

    private SparseVector(uint[] keys, float[] weights) => (this.keys, this.weights) = (keys, weights);

    /// <summary>The features, ascending.</summary>
    public IReadOnlyList<uint> Keys => keys;

    /// <summary>Each feature with its weight.</summary>
    public IEnumerable<(uint Feature, float Weight)> Pairs() => keys.Zip(weights);

    /// <summary>Weighs features: the logarithm of how often one occurs, times how rare it is elsewhere.</summary>
    /// <param name="counts">How often each feature occurs.</param>
    /// <param name="rarity">How rare a feature is among all texts.</param>
    public static SparseVector Of(IReadOnlyDictionary<uint, int> counts, Func<uint, float> rarity)
    {
        var keys = counts.Keys.Order().ToArray();
        var weights = keys.Select(key => (1 + MathF.Log(counts[key])) * rarity(key)).ToArray();
        var length = MathF.Sqrt(weights.Sum(weight => weight * weight));
        if (length > 0)
        {
            for (var at = 0; at < weights.Length; at++)
                weights[at] /= length;
        }

        return new SparseVector(keys, weights);
    }

    /// <summary>From 0 (nothing in common) to 1 (the same).</summary>
    public float Cosine(SparseVector other) => Sum(other, (mine, theirs) => mine * theirs);

    /// <summary>Which part of this one's features, by weight, the other has: from 0 to 1.</summary>
    public float Covered(SparseVector other) => Sum(other, (mine, _) => mine * mine);

    private float Sum(SparseVector other, Func<float, float, float> product)
    {
        var (sum, mine, theirs) = (0f, 0, 0);
        while (mine < keys.Length && theirs < other.keys.Length)
        {
            if (keys[mine] == other.keys[theirs])
                sum += product(weights[mine++], other.weights[theirs++]);
            else if (keys[mine] < other.keys[theirs])
                mine++;
            else
                theirs++;
        }

        return sum;
    }
}
