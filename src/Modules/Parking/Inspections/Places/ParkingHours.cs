using System.Globalization;
using System.Text.RegularExpressions;

namespace Modellstadt.Parking.Inspections.Places;

/// <summary>A span of time in which a sign holds.</summary>
/// <param name="From">Its first moment.</param>
/// <param name="Until">The moment from which it does not hold any more.</param>
internal readonly record struct SignedHours(DateTimeOffset From, DateTimeOffset Until);

/// <summary>
/// The hours of a sign as towns write them: <c>Mo-Fr 08:00-18:00; Sa 08:00-14:00</c>, <c>werktags 08:00-17:00</c>, <c>täglich 00:00-24:00</c>. Hours that end
/// before they begin run over midnight. Days of the week hold on public holidays too; <c>werktags</c> means Monday to Saturday without them.
/// </summary>
internal sealed partial class ParkingHours
{
    private static readonly TimeZoneInfo Germany = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
    private static readonly string[] Names = ["So", "Mo", "Di", "Mi", "Do", "Fr", "Sa"];

    private readonly IReadOnlyList<Line> lines;

    private ParkingHours(IReadOnlyList<Line> lines) => this.lines = lines;

    /// <summary>Reads hours; null when they were not found or are written in a way that nobody taught this program.</summary>
    public static ParkingHours? Parse(string? written)
    {
        if (string.IsNullOrWhiteSpace(written))
            return null;

        var read = written.Split(';', StringSplitOptions.TrimEntries).Select(ReadLine).ToArray();
        return read.All(line => line is not null) ? new ParkingHours([.. read.OfType<Line>()]) : null;
    }

    /// <summary>The hours that begin on some days, in order.</summary>
    /// <param name="first">First day on the town's clocks.</param>
    /// <param name="last">Last day.</param>
    /// <param name="ags">The town, for its public holidays.</param>
    public IEnumerable<SignedHours> Between(DateOnly first, DateOnly last, string ags)
    {
        for (var day = first; day <= last; day = day.AddDays(1))
        {
            foreach (var line in lines.Where(line => line.HoldsOn(day, ags)))
                yield return new SignedHours(Earliest(day, line.From), Latest(day, line.Until <= line.From ? line.Until + TimeSpan.FromDays(1) : line.Until));
        }
    }

    /// <summary>When the clocks go back an hour comes twice: hours begin with the first of them.</summary>
    private static DateTimeOffset Earliest(DateOnly day, TimeSpan clock) => At(day, clock, offsets => offsets.Max());

    /// <summary>… and end with the second of them.</summary>
    private static DateTimeOffset Latest(DateOnly day, TimeSpan clock) => At(day, clock, offsets => offsets.Min());

    private static DateTimeOffset At(DateOnly day, TimeSpan clock, Func<TimeSpan[], TimeSpan> choose)
    {
        var local = day.ToDateTime(TimeOnly.MinValue) + clock;
        // When the clocks go forward an hour is missing: what would begin or end in it does so when it is skipped.
        if (Germany.IsInvalidTime(local))
            local = local.Date.AddHours(local.Hour + 1);
        var offset = Germany.IsAmbiguousTime(local) ? choose(Germany.GetAmbiguousTimeOffsets(local)) : Germany.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    private static Line? ReadLine(string written)
    {
        if (Written().Match(written) is not { Success: true } match || DaysOf(match.Groups["days"].Value) is not { } days)
            return null;

        var (from, until) = (Clock(match.Groups["from"].Value), Clock(match.Groups["until"].Value));
        return from is { } first && until is { } last ? new Line(days, match.Groups["days"].Value == "werktags", first, last) : null;
    }

    private static HashSet<DayOfWeek>? DaysOf(string written)
    {
        if (written == "täglich")
            return [.. Enum.GetValues<DayOfWeek>()];
        if (written == "werktags")
            return [.. Enum.GetValues<DayOfWeek>().Where(day => day is not DayOfWeek.Sunday)];

        var days = new HashSet<DayOfWeek>();
        foreach (var part in written.Split(','))
        {
            var ends = part.Split('-').Select(name => Array.IndexOf(Names, name)).ToArray();
            if (ends.Length is not (1 or 2) || ends.Contains(-1))
                return null;
            for (var day = ends[0]; ; day = (day + 1) % Names.Length)
            {
                days.Add((DayOfWeek)day);
                if (day == ends[^1])
                    break;
            }
        }

        return days;
    }

    private static TimeSpan? Clock(string written)
    {
        var (hours, minutes) = (int.Parse(written[..2], CultureInfo.InvariantCulture), int.Parse(written[3..], CultureInfo.InvariantCulture));
        return minutes < 60 && (hours < 24 || (hours, minutes) == (24, 0)) ? new TimeSpan(hours, minutes, 0) : null;
    }

    [GeneratedRegex(@"^(?<days>werktags|täglich|[A-Z][a-z](?:[-,][A-Z][a-z])*) (?<from>[0-9]{2}:[0-9]{2})-(?<until>[0-9]{2}:[0-9]{2})$", RegexOptions.CultureInvariant)]
    private static partial Regex Written();

    private sealed record Line(HashSet<DayOfWeek> Days, bool WithoutHolidays, TimeSpan From, TimeSpan Until)
    {
        public bool HoldsOn(DateOnly day, string ags) => Days.Contains(day.DayOfWeek) && !(WithoutHolidays && PublicHolidays.Includes(day, ags));
    }
}
