using System.Globalization;

namespace Modellstadt.Parking.Plates;

/// <summary>The months in which a seasonal plate may be used (FZV § 10 Abs. 3), both included; may run over the turn of the year.</summary>
/// <param name="FirstMonth">1 to 12.</param>
/// <param name="LastMonth">1 to 12.</param>
internal sealed record PlateSeason(int FirstMonth, int LastMonth)
{
    /// <summary>Reads two months; without both there is no season. False when a month does not exist.</summary>
    public static bool TryRead(string first, string last, out PlateSeason? season)
    {
        season = null;
        if (first.Length == 0 && last.Length == 0)
            return true;

        var (from, to) = (int.Parse(first, CultureInfo.InvariantCulture), int.Parse(last, CultureInfo.InvariantCulture));
        if (from is < 1 or > 12 || to is < 1 or > 12)
            return false;

        season = new PlateSeason(from, to);
        return true;
    }

    /// <inheritdoc />
    public override string ToString() => $"{FirstMonth:00}–{LastMonth:00}";
}
