using System.Globalization;

namespace Modellstadt.Parking;

/// <summary>Days as the town counts them: a permit begins and ends at midnight in Germany, wherever the server stands.</summary>
internal sealed class TownCalendar(TimeProvider time)
{
    private static readonly TimeZoneInfo Germany = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    /// <summary>This moment.</summary>
    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>Today in the town.</summary>
    public DateOnly Today => DateOnly.FromDateTime(OnTownClocks(Now).DateTime);

    /// <summary>A point in time on the town's clocks.</summary>
    public static DateTimeOffset OnTownClocks(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Germany);

    /// <summary>The point in time at which a day is over.</summary>
    public static DateTimeOffset EndOf(DateOnly day)
    {
        var midnight = day.AddDays(1).ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, Germany.GetUtcOffset(midnight)).ToUniversalTime();
    }

    /// <summary>A day as data: <c>2026-11-23</c>.</summary>
    public static string Iso(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
