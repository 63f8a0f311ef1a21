// RFC 8949 §3.4.1 (tag 0), RFC 8943 §1 (tag 1004); ISO/IEC 18013-5 §7.2.1 (full-date), §9.1.2.4 (tdate: UTC, no fractions).
using System.Globalization;

namespace Modellstadt.Protocols.Credentials.Cbor;

/// <summary>Dates and times as mdoc writes them.</summary>
public static class CborDates
{
    private const ulong DateTimeTag = 0;
    private const ulong FullDateTag = 1004;
    private const string DateTimeFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";
    private const string FullDateFormat = "yyyy-MM-dd";

    /// <summary>`tdate`: an instant, cut to seconds.</summary>
    public static CborItem Of(DateTimeOffset instant)
        => CborItem.Tag(DateTimeTag, CborItem.Of(instant.UtcDateTime.ToString(DateTimeFormat, CultureInfo.InvariantCulture)));

    /// <summary>`full-date`: a day without a time.</summary>
    public static CborItem Of(DateOnly day)
        => CborItem.Tag(FullDateTag, CborItem.Of(day.ToString(FullDateFormat, CultureInfo.InvariantCulture)));

    /// <summary>The instant of a `tdate`, or null for everything else, also for fractions of seconds and other offsets than Z.</summary>
    public static DateTimeOffset? Instant(this CborItem item)
        => item.TagNumber == DateTimeTag
        && DateTimeOffset.TryParseExact(
            item.Tagged!.Text, DateTimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? instant
            : null;

    /// <summary>The day of a `full-date`, or null for everything else.</summary>
    public static DateOnly? Day(this CborItem item)
        => item.TagNumber == FullDateTag && DateOnly.TryParseExact(item.Tagged!.Text, FullDateFormat, out var day) ? day : null;
}
