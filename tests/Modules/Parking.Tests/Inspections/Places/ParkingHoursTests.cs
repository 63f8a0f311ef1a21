using Modellstadt.Parking.Inspections.Places;
using Modellstadt.Parking.Zones;

namespace Modellstadt.Parking.Tests.Inspections.Places;

/// <summary>When a sign holds: days of the week, holidays, midnight, the turn of the year, the hours when clocks change.</summary>
public sealed class ParkingHoursTests
{
    private const string Gelsenkirchen = "05513000";
    private const string Bremen = "04011000";

    [Theory]
    [InlineData("2026-11-27T07:59:59+01:00", "Free", "2026-11-27T08:00+01:00")]
    [InlineData("2026-11-27T08:00:00+01:00", "Holds", "2026-11-27T18:00+01:00")]
    [InlineData("2026-11-27T17:59:59+01:00", "Holds", "2026-11-27T18:00+01:00")]
    [InlineData("2026-11-27T18:00:00+01:00", "Free", "2026-11-28T08:00+01:00")]
    [InlineData("2026-11-28T13:00:00+01:00", "Holds", "2026-11-28T14:00+01:00")]
    [InlineData("2026-11-29T12:00:00+01:00", "Free", "2026-11-30T08:00+01:00")]
    public void A_sign_holds_on_its_days_and_hours_and_says_when_that_changes(string now, string state, string changes) =>
        AssertSign("Mo-Fr 08:00-18:00; Sa 08:00-14:00", now, state, changes);

    [Theory]
    [InlineData("2026-12-31T23:30:00+01:00", "Holds", "2027-01-01T02:00+01:00")]
    [InlineData("2027-01-01T01:59:59+01:00", "Holds", "2027-01-01T02:00+01:00")]
    [InlineData("2027-01-01T02:00:00+01:00", "Free", "2027-01-01T20:00+01:00")]
    public void Hours_over_midnight_hold_into_the_new_year(string now, string state, string changes) => AssertSign("täglich 20:00-02:00", now, state, changes);

    [Theory]
    [InlineData("2027-01-01T10:00:00+01:00", Gelsenkirchen, "Free")]
    [InlineData("2026-12-31T10:00:00+01:00", Gelsenkirchen, "Holds")]
    [InlineData("2026-12-25T10:00:00+01:00", Gelsenkirchen, "Free")]
    [InlineData("2026-04-03T10:00:00+02:00", Gelsenkirchen, "Free")]
    [InlineData("2026-04-06T10:00:00+02:00", Gelsenkirchen, "Free")]
    [InlineData("2026-06-04T10:00:00+02:00", Gelsenkirchen, "Free")]
    [InlineData("2027-11-01T10:00:00+01:00", Gelsenkirchen, "Free")]
    [InlineData("2026-06-04T10:00:00+02:00", Bremen, "Holds")]
    [InlineData("2026-11-28T10:00:00+01:00", Gelsenkirchen, "Holds")]
    [InlineData("2026-11-29T10:00:00+01:00", Gelsenkirchen, "Free")]
    public void Werktags_leaves_out_sundays_and_the_public_holidays_of_the_state(string now, string ags, string state) =>
        Assert.Equal(state, $"{ZoneSign.At(Zone("werktags 08:00-17:00", ags), DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture)).State}");

    [Fact]
    public void A_day_of_the_week_on_a_sign_holds_on_a_public_holiday_too() => AssertSign("Mo-Fr 08:00-18:00", "2026-12-25T10:00:00+01:00", "Holds", "2026-12-25T18:00+01:00");

    [Theory]
    // Back on 25 October 2026: 02:30 comes twice; hours that begin then begin with the first, hours that end then end with the second.
    [InlineData("täglich 02:30-06:00", "2026-10-25T02:30:00+02:00", "Holds", "2026-10-25T06:00+01:00")]
    [InlineData("täglich 02:30-06:00", "2026-10-25T02:29:59+02:00", "Free", "2026-10-25T02:30+02:00")]
    [InlineData("täglich 22:00-02:30", "2026-10-25T02:29:59+01:00", "Holds", "2026-10-25T02:30+01:00")]
    [InlineData("täglich 22:00-02:30", "2026-10-25T02:30:00+01:00", "Free", "2026-10-25T22:00+01:00")]
    // Forward on 29 March 2026: 02:30 does not exist.
    [InlineData("täglich 02:30-06:00", "2026-03-29T03:00:00+02:00", "Holds", "2026-03-29T06:00+02:00")]
    [InlineData("täglich 02:30-06:00", "2026-03-29T01:59:59+01:00", "Free", "2026-03-29T03:00+02:00")]
    [InlineData("täglich 22:00-02:30", "2026-03-29T01:59:59+01:00", "Holds", "2026-03-29T03:00+02:00")]
    public void The_hours_when_clocks_change_are_counted_once(string hours, string now, string state, string changes) => AssertSign(hours, now, state, changes);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("bei Veranstaltungen")]
    [InlineData("Mo-Xx 08:00-18:00")]
    [InlineData("Mo-Fr 08:00-25:00")]
    [InlineData("Mo-Fr 08:60-18:00")]
    [InlineData("Mo-Fr 08:00-18:00; und mehr")]
    public void Hours_that_nobody_published_or_taught_are_unknown_and_never_guessed(string? hours)
    {
        var sign = ZoneSign.At(Zone(hours, Gelsenkirchen), new DateTimeOffset(2026, 11, 27, 9, 0, 0, TimeSpan.Zero));

        Assert.Equal(SignState.Unknown, sign.State);
        Assert.Null(sign.Changes);
    }

    [Fact]
    public void Midnight_as_an_end_and_lists_of_days_are_read()
    {
        AssertSign("täglich 00:00-24:00", "2026-11-27T23:59:59+01:00", "Holds", "2026-11-28T00:00+01:00");
        AssertSign("Mo,Mi,Sa-So 10:00-12:00", "2026-11-25T11:00:00+01:00", "Holds", "2026-11-25T12:00+01:00");
        AssertSign("Mo,Mi,Sa-So 10:00-12:00", "2026-11-26T11:00:00+01:00", "Free", "2026-11-28T10:00+01:00");
    }

    private static void AssertSign(string hours, string now, string state, string changes)
    {
        var sign = ZoneSign.At(Zone(hours, Gelsenkirchen), DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(state, $"{sign.State}");
        Assert.Equal(DateTimeOffset.Parse(changes, System.Globalization.CultureInfo.InvariantCulture), sign.Changes);
    }

    private static ParkingZone Zone(string? hours, string ags) => new()
    {
        Ags = ags,
        ZoneId = "P",
        Name = "Zone",
        Status = ZoneStatus.InForce,
        StreetListComplete = true,
        Streets = [],
        Confidence = "demo",
        Source = "test",
        NonResidents = new NonResidentRule("parking-ticket", hours),
    };
}
