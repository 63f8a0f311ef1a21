namespace Modellstadt.Parking.Inspections;

/// <summary>
/// The comparable form of a plate in one number: six bits for each of at most nine signs. A million plates are then a million numbers
/// instead of a million texts.
/// </summary>
internal static class PlateCode
{
    private const string Signs = "\0ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÜ0123456789-";
    private const int MostSigns = 10;

    /// <summary>The number of a plate's key; false for what is no key of a plate.</summary>
    public static bool TryRead(string key, out ulong code)
    {
        code = 0;
        if (key.Length is 0 or > MostSigns)
            return false;

        foreach (var sign in key)
        {
            if (Value(sign) is not (> 0 and var value))
                return false;
            code = (code << 6) | (uint)value;
        }

        return true;
    }

    /// <summary>The key behind a number.</summary>
    public static string Write(ulong code)
    {
        Span<char> signs = stackalloc char[MostSigns];
        var first = MostSigns;
        for (; code > 0; code >>= 6)
            signs[--first] = Signs[(int)(code & 63)];
        return new string(signs[first..]);
    }

    private static int Value(char sign) => sign switch
    {
        >= 'A' and <= 'Z' => sign - 'A' + 1,
        >= '0' and <= '9' => sign - '0' + 30,
        'Ä' => 27,
        'Ö' => 28,
        'Ü' => 29,
        '-' => 40,
        _ => 0,
    };
}
