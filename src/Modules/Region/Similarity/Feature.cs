namespace Modellstadt.Region.Similarity;

/// <summary>
/// Features as numbers: FNV-1a, the same in every process and without a table of words. Two features rarely share a number; two texts are then a
/// little more alike than they should be.
/// </summary>
internal static class Feature
{
    private const uint Basis = 2_166_136_261;
    private const uint Prime = 16_777_619;

    /// <summary>A stem of a title.</summary>
    public static uint OfTitle(string stem) => Of(stem, 't');

    /// <summary>A stem of title or text.</summary>
    public static uint OfText(string stem) => Of(stem, 'a');

    /// <summary>The name of a town.</summary>
    public static uint OfTown(string stem) => Of(stem, 'o');

    /// <summary>Pieces of 3 to 5 letters, with the borders of the word.</summary>
    public static IEnumerable<uint> Grams(string stem)
    {
        var framed = $" {stem} ";
        for (var length = 3; length <= 5; length++)
        {
            for (var start = 0; start + length <= framed.Length; start++)
                yield return Of(framed.AsSpan(start, length), 'g');
        }
    }

    private static uint Of(ReadOnlySpan<char> feature, char field)
    {
        var number = (Basis ^ field) * Prime;
        foreach (var sign in feature)
            number = (number ^ sign) * Prime;
        return number;
    }
}
