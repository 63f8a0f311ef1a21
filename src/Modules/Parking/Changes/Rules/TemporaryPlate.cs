using System.Text.Json;

namespace Modellstadt.Parking.Changes.Rules;

/// <summary>Another vehicle that stands in for some days, for example a workshop's car.</summary>
/// <param name="Plate">As it stands on the car.</param>
/// <param name="Key">Comparable form of the plate.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day.</param>
internal sealed record TemporaryPlate(string Plate, string Key, DateOnly From, DateOnly Until)
{
    /// <summary>How many of its days fall into a calendar year.</summary>
    public int DaysIn(int year)
    {
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var (from, until) = (From > first ? From : first, Until < last ? Until : last);
        return Math.Max(0, until.DayNumber - from.DayNumber + 1);
    }

    /// <summary>True when both stand in on the same day.</summary>
    public bool Overlaps(TemporaryPlate other) => From <= other.Until && other.From <= Until;

    /// <summary>Reads what <see cref="Write"/> wrote; nothing means none.</summary>
    public static IReadOnlyList<TemporaryPlate> Read(string? json) => json is null ? [] : JsonSerializer.Deserialize<TemporaryPlate[]>(json)!;

    /// <summary>Several of them as JSON, for a column of text; past ones stay, since they count for the year.</summary>
    public static string Write(IEnumerable<TemporaryPlate> plates) => JsonSerializer.Serialize(plates);
}
