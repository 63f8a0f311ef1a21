namespace Modellstadt.Region.Similarity;

/// <summary>Which texts hold a feature, for all features of a collection: three arrays, made once.</summary>
internal sealed class Postings
{
    private readonly Dictionary<uint, (int Start, int Count)> places = [];
    private readonly int[] texts;

    /// <summary>Turns the list of features of each text around.</summary>
    /// <param name="features">The features of each text, each once.</param>
    public Postings(IReadOnlyList<IReadOnlyList<uint>> features)
    {
        foreach (var feature in features.SelectMany(text => text))
            places[feature] = (0, places.GetValueOrDefault(feature).Count + 1);
        var next = 0;
        foreach (var (feature, place) in places)
        {
            places[feature] = (next, 0);
            next += place.Count;
        }

        texts = new int[next];
        for (var text = 0; text < features.Count; text++)
        {
            foreach (var feature in features[text])
            {
                var (start, count) = places[feature];
                texts[start + count] = text;
                places[feature] = (start, count + 1);
            }
        }
    }

    /// <summary>The numbers of the texts with a feature, ascending.</summary>
    public ReadOnlySpan<int> Of(uint feature) => places.TryGetValue(feature, out var place) ? texts.AsSpan(place.Start, place.Count) : [];
}
