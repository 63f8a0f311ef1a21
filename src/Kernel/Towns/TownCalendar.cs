using System.Globalization;
using Modellstadt.Kernel.Texts;

namespace Modellstadt.Kernel.Towns;

/// <summary>Days as the town counts them: a permit begins and ends at midnight in Germany, wherever the server stands.</summary>
/// <param name="time">The clock of this process.</param>
public sealed class TownCalendar(TimeProvider time)
{
    private static readonly TimeZoneInfo Germany = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    /// <summary>This moment.</summary>
    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>Today in the town.</summary>
    public DateOnly Today => DateOnly.FromDateTime(OnTownClocks(Now).DateTime);

    /// <summary>A point in time on the town's clocks.</summary>
    public static DateTimeOffset OnTownClocks(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Germany);

    /// <summary>Day and time of day on the town's clocks, as people of this language write them.</summary>
    public static string Show(DateTimeOffset at, Language language) => OnTownClocks(at).ToString("g", language.Culture());

    /// <summary>The point in time at which a day is over.</summary>
    public static DateTimeOffset EndOf(DateOnly day)
    {
        var midnight = day.AddDays(1).ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, Germany.GetUtcOffset(midnight)).ToUniversalTime();
    }

    /// <summary>A day as data: <c>2026-11-23</c>.</summary>
    public static string Iso(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
