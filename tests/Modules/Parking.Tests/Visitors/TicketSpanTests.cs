using System.Globalization;
using Modellstadt.Parking.Rules;
using Modellstadt.Parking.Visitors;

namespace Modellstadt.Parking.Tests.Visitors;

/// <summary>How long tickets last, also when clocks change.</summary>
public sealed class TicketSpanTests
{
    [Theory]
    [InlineData("2026-11-24T09:00:00Z", "Hour", 4, "2026-11-24T13:00:00Z")]
    [InlineData("2026-10-24T23:30:00Z", "Hour", 4, "2026-10-25T03:30:00Z")] // 1:30 to 4:30 on the clock: the hour between two and three comes twice.
    [InlineData("2027-03-28T00:30:00Z", "Hour", 4, "2027-03-28T04:30:00Z")] // 1:30 to 6:30 on the clock: there is no hour between two and three.
    [InlineData("2026-11-24T09:00:00Z", "Day", 1, "2026-11-24T23:00:00Z")]
    [InlineData("2026-11-24T23:30:00Z", "Day", 1, "2026-11-25T23:00:00Z")] // Half past midnight in Germany: the next day has begun.
    [InlineData("2026-10-24T22:00:00Z", "Day", 1, "2026-10-25T23:00:00Z")] // A day of 25 hours.
    [InlineData("2027-03-27T23:00:00Z", "Day", 1, "2027-03-28T22:00:00Z")] // A day of 23 hours.
    [InlineData("2026-12-31T10:00:00Z", "Day", 2, "2027-01-01T23:00:00Z")]
    public void Hours_are_hours_and_days_are_those_of_the_town(string start, string unit, int length, string end) =>
        Assert.Equal(At(end), TicketSpan.EndOf(At(start), Enum.Parse<VisitorUnit>(unit), length));

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
