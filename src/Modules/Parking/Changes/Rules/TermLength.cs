namespace Modellstadt.Parking.Changes.Rules;

/// <summary>Terms by the calendar (BGB § 188 Abs. 2 and 3).</summary>
internal static class TermLength
{
    private const int LongestMonths = 120;

    /// <summary>
    /// The last day of a term: the day before the one that bears the first day's number; the last day of the month when it has no such
    /// day: a month from 31 January ends with February.
    /// </summary>
    public static DateOnly LastDay(DateOnly first, int months)
    {
        var sameNumber = first.AddMonths(months);
        return sameNumber.Day == first.Day ? sameNumber.AddDays(-1) : sameNumber;
    }

    /// <summary>How many months a term has; null when it does not end with a month of its own.</summary>
    public static int? MonthsOf(DateOnly first, DateOnly last)
    {
        for (var months = 1; months <= LongestMonths && LastDay(first, months) <= last; months++)
        {
            if (LastDay(first, months) == last)
                return months;
        }

        return null;
    }

    /// <summary>Whole months of a term that have not begun on a day: the month that runs on it is used.</summary>
    /// <param name="first">First day of the term.</param>
    /// <param name="months">Its length.</param>
    /// <param name="day">The last day of use; before the term, all of it is left.</param>
    public static int MonthsLeft(DateOnly first, int months, DateOnly day)
    {
        if (day < first)
            return months;

        var begun = 1;
        while (begun < months && LastDay(first, begun) < day)
            begun++;
        return months - begun;
    }
}
