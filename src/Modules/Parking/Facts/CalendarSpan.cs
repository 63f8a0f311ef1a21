// ISO 8601-1, 5.5.2.2: durations, here of one unit: P1M, P6W, P42D.
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Modellstadt.Parking.Facts;

/// <summary>A length of time by the calendar: months, or days.</summary>
/// <param name="Months">Whole months; 0 when counted in days.</param>
/// <param name="Days">Whole days, weeks included; 0 when counted in months.</param>
[JsonConverter(typeof(CalendarSpanText))]
internal readonly record struct CalendarSpan(int Months, int Days)
{
    /// <summary>Reads <c>P1M</c>, <c>P6W</c> or <c>P42D</c>; null for anything else.</summary>
    public static CalendarSpan? Parse(string? written)
    {
        if (written is not ['P', .. var digits, var unit] || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count > 1_200)
            return null;

        return unit switch
        {
            'M' => new CalendarSpan(count, 0),
            'W' => new CalendarSpan(0, 7 * count),
            'D' => new CalendarSpan(0, count),
            _ => null,
        };
    }

    /// <summary>The day that lies this long before another.</summary>
    public DateOnly Before(DateOnly day) => day.AddMonths(-Months).AddDays(-Days);

    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"P{(Months > 0 ? Months : Days)}{(Months > 0 ? 'M' : 'D')}");

    private sealed class CalendarSpanText : JsonConverter<CalendarSpan>
    {
        public override CalendarSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Parse(reader.GetString()) ?? throw new JsonException($"{reader.GetString()} is no length of time such as P1M, P6W or P42D.");

        public override void Write(Utf8JsonWriter writer, CalendarSpan value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
