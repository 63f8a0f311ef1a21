using Modellstadt.Parking.Facts;
using Modellstadt.Parking.Zones;

namespace Modellstadt.Parking.Tests.Rules;

/// <summary>In which zones a permit counts on a day.</summary>
public sealed class RightZoneTests
{
    private static readonly DateOnly Day = SampleTown.Day;
    private static readonly DateOnly LongAgo = Day.AddMonths(-6);

    [Fact]
    public void A_permit_counts_in_its_own_zone() => Assert.Equal(["A"], SampleTown.Town.ZonesOfRight("A", LongAgo, Day));

    [Fact]
    public void For_some_days_a_permit_counts_in_an_extra_zone_too()
    {
        var town = SampleTown.Town with { ExtraZones = [Extra("A", "B", Day, Day.AddDays(9))] };

        Assert.Equal(["A"], town.ZonesOfRight("A", LongAgo, Day.AddDays(-1)));
        Assert.Equal(["A", "B"], town.ZonesOfRight("A", LongAgo, Day));
        Assert.Equal(["A", "B"], town.ZonesOfRight("A", LongAgo, Day.AddDays(9)));
        Assert.Equal(["A"], town.ZonesOfRight("A", LongAgo, Day.AddDays(10)));
        Assert.Equal(["B"], town.ZonesOfRight("B", LongAgo, Day));
    }

    [Fact]
    public void Zones_that_overlap_share_their_permits_without_an_end()
    {
        var town = SampleTown.Town with { ExtraZones = [Extra("A", "B", null, null), Extra("B", "A", null, null)] };

        Assert.Equal(["A", "B"], town.ZonesOfRight("A", LongAgo, Day));
        Assert.Equal(["B", "A"], town.ZonesOfRight("B", LongAgo, Day.AddYears(50)));
    }

    [Fact]
    public void After_a_new_cut_old_permits_count_in_both_zones_until_the_transition_ends()
    {
        var town = SampleTown.Town with { Recuts = [new ZoneRecut("A", ["B"], Day, Day.AddMonths(3), "high", "test")] };

        Assert.Equal(["A"], town.ZonesOfRight("A", LongAgo, Day.AddDays(-1)));
        Assert.Equal(["A", "B"], town.ZonesOfRight("A", LongAgo, Day));
        Assert.Equal(["A", "B"], town.ZonesOfRight("A", LongAgo, Day.AddMonths(3)));
        Assert.Equal(["B"], town.ZonesOfRight("A", LongAgo, Day.AddMonths(3).AddDays(1)));
        Assert.Equal(["A"], town.ZonesOfRight("A", Day, Day)); // a permit of the new cut
    }

    [Fact]
    public void An_extra_zone_of_the_new_zone_is_open_to_old_permits_as_well()
    {
        var town = SampleTown.Town with
        {
            Recuts = [new ZoneRecut("A", ["B"], LongAgo.AddDays(1), Day.AddDays(-1), "high", "test")],
            ExtraZones = [Extra("B", "C", null, null), Extra("A", "D", null, null)],
        };

        Assert.Equal(["B", "C"], town.ZonesOfRight("A", LongAgo, Day));
    }

    [Theory, InlineData("P1M", "2026-10-23"), InlineData("P6W", "2026-10-12"), InlineData("P30D", "2026-10-24")]
    public void A_span_leads_back_by_the_calendar(string span, string before) =>
        Assert.Equal(DateOnly.Parse(before, System.Globalization.CultureInfo.InvariantCulture), CalendarSpan.Parse(span)!.Value.Before(Day));

    [Theory, InlineData(""), InlineData("30D"), InlineData("P"), InlineData("PD"), InlineData("P-1D"), InlineData("P1Y"), InlineData("P99999D"), InlineData(null)]
    public void Anything_else_is_no_span(string? written) => Assert.Null(CalendarSpan.Parse(written));

    private static ExtraZone Extra(string zone, string also, DateOnly? from, DateOnly? until) => new(zone, also, from, until, "Baustelle", "high", "test");
}
