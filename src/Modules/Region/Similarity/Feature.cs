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

    /// <summary>Pieces of 3 to 5 letters of a title's word, with its borders.</summary>
    public static IEnumerable<uint> TitleGrams(string stem) => Enumerable.Range(3, 3).SelectMany(length => Grams(stem, length, 'g'));

    /// <summary>Pieces of 4 letters of any word, with its borders.</summary>
    public static IEnumerable<uint> TextGrams(string stem) => Grams(stem, 4, 'x');

    private static IEnumerable<uint> Grams(string stem, int length, char field)
    {
        var framed = $" {stem} ";
        for (var start = 0; start + length <= framed.Length; start++)
            yield return Of(framed.AsSpan(start, length), field);
    }

    private static uint Of(ReadOnlySpan<char> feature, char field)
    {
        var number = (Basis ^ field) * Prime;
        foreach (var sign in feature)
            number = (number ^ sign) * Prime;
        return number;
    }
}
