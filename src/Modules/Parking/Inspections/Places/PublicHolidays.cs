namespace Modellstadt.Parking.Inspections.Places;

/// <summary>
/// Public holidays: those of all Germany, and those that North Rhine-Westphalia adds (Feiertagsgesetz NW § 2). On them a sign that says
/// "werktags" does not hold.
/// </summary>
internal static class PublicHolidays
{
    private const string NorthRhineWestphalia = "05";

    /// <summary>True on a public holiday.</summary>
    /// <param name="day">The day.</param>
    /// <param name="ags">Amtlicher Gemeindeschlüssel of the town: its first two digits are the state.</param>
    public static bool Includes(DateOnly day, string ags)
    {
        var easter = EasterSunday(day.Year);
        var sinceEaster = day.DayNumber - easter.DayNumber;
        var everywhere = (day.Month, day.Day) is (1, 1) or (5, 1) or (10, 3) or (12, 25) or (12, 26) || sinceEaster is -2 or 1 or 39 or 50;
        return everywhere || (ags.StartsWith(NorthRhineWestphalia, StringComparison.Ordinal) && (sinceEaster is 60 || (day.Month, day.Day) is (11, 1)));
    }

    /// <summary>Easter by the Gregorian calendar (the formula of Butcher and Meeus).</summary>
    private static DateOnly EasterSunday(int year)
    {
        var (golden, century, rest) = (year % 19, year / 100, year % 100);
        var (leap, epoch) = (century / 4, (century + 8) / 25);
        var moon = ((19 * golden) + century - leap - ((century - epoch + 1) / 3) + 15) % 30;
        var weekday = (32 + (2 * (century % 4)) + (2 * (rest / 4)) - moon - (rest % 4)) % 7;
        var late = (golden + (11 * moon) + (22 * weekday)) / 451;
        var date = moon + weekday - (7 * late) + 114;
        return new DateOnly(year, date / 31, (date % 31) + 1);
    }
}
