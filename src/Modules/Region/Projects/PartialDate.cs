using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Modellstadt.Region.Projects;

/// <summary>A day, a month or a year: as precise as the source that names it, never more.</summary>
[JsonConverter(typeof(AsText))]
internal readonly record struct PartialDate
{
    private const int EarliestYear = 1900;
    private const int LatestYear = 2199;

    private PartialDate(int year, int? month, int? day) => (Year, Month, Day) = (year, month, day);

    /// <summary>1900 to 2199.</summary>
    public int Year { get; }

    /// <summary>1 to 12; null when only the year is known.</summary>
    public int? Month { get; }

    /// <summary>Day of the month; null when only year, or year and month, are known.</summary>
    public int? Day { get; }

    /// <summary>The earliest day that can be meant.</summary>
    public DateOnly First => new(Year, Month ?? 1, Day ?? 1);

    /// <summary>The latest day that can be meant.</summary>
    public DateOnly Last => (Month, Day) switch
    {
        (null, _) => new(Year, 12, 31),
        ({ } month, null) => new(Year, month, DateTime.DaysInMonth(Year, month)),
        _ => First,
    };

    /// <summary>A date that is known to the day.</summary>
    public static PartialDate Of(DateOnly day) => new(day.Year, day.Month, day.Day);

    /// <summary>Reads <c>2020</c>, <c>2020-07</c> or <c>2020-07-14</c>.</summary>
    /// <returns>Null when it is none of them, or no day of the calendar.</returns>
    public static PartialDate? Read(string? text)
    {
        if (text is not { Length: 4 or 7 or 10 } || !TryRead(text, out var first) || first.Year is < EarliestYear or > LatestYear)
            return null;

        return text.Length switch
        {
            4 => new PartialDate(first.Year, null, null),
            7 => new PartialDate(first.Year, first.Month, null),
            _ => Of(first),
        };
    }

    /// <summary>As <see cref="Read"/> reads it.</summary>
    public override string ToString() => First.ToString(Format(Month is null ? 4 : Day is null ? 7 : 10), CultureInfo.InvariantCulture);

    private static bool TryRead(string text, out DateOnly first) =>
        DateOnly.TryParseExact(text, Format(text.Length), CultureInfo.InvariantCulture, DateTimeStyles.None, out first);

    private static string Format(int length) => "yyyy-MM-dd"[..length];

    /// <summary>The text in JSON.</summary>
    private sealed class AsText : JsonConverter<PartialDate>
    {
        public override PartialDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            PartialDate.Read(reader.GetString()) ?? throw new JsonException("This is no date.");

        public override void Write(Utf8JsonWriter writer, PartialDate value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
