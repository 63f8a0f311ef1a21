using CsCheck;
using Modellstadt.Parking.Changes.Rules;

namespace Modellstadt.Parking.Tests.Changes;

/// <summary>Terms by the calendar: ends of months, leap days, turns of the year.</summary>
public sealed class TermLengthTests
{
    [Theory]
    [InlineData("2026-11-24", 12, "2027-11-23")]
    [InlineData("2026-01-31", 1, "2026-02-28")]
    [InlineData("2028-02-29", 12, "2029-02-28")]
    [InlineData("2027-03-01", 12, "2028-02-29")]
    [InlineData("2026-12-31", 6, "2027-06-30")]
    [InlineData("2027-01-01", 12, "2027-12-31")]
    public void A_term_ends_on_the_day_before_the_one_with_the_same_number(string first, int months, string last) =>
        Assert.Equal(Day(last), TermLength.LastDay(Day(first), months));

    [Fact]
    public void The_length_of_a_term_can_be_read_from_its_days() =>
        Gen.Select(Gen.Int[0, 3000], Gen.Int[1, 36]).Sample((offset, months) =>
        {
            var first = Day("2024-01-01").AddDays(offset);
            Assert.Equal(months, TermLength.MonthsOf(first, TermLength.LastDay(first, months)));
        });

    [Fact]
    public void Terms_in_a_row_leave_no_day_out_and_count_none_twice() =>
        Gen.Select(Gen.Int[0, 1500], Gen.Int[1, 24].List[1, 12]).Sample((offset, terms) =>
        {
            var (first, days) = (Day("2024-01-01").AddDays(offset), 0);
            var next = first;
            foreach (var months in terms)
            {
                var last = TermLength.LastDay(next, months);
                days += last.DayNumber - next.DayNumber + 1;
                next = last.AddDays(1);
            }

            Assert.Equal(next.DayNumber - first.DayNumber, days);
            Assert.InRange(next.DayNumber - first.AddMonths(terms.Sum()).DayNumber, 0, terms.Count * 3); // Never shorter than paid for.
        });

    [Theory]
    [InlineData("2026-11-24", 12, "2026-11-24", 11)] // The month that runs is used.
    [InlineData("2026-11-24", 12, "2026-12-23", 11)]
    [InlineData("2026-11-24", 12, "2026-12-24", 10)]
    [InlineData("2026-11-24", 12, "2027-11-23", 0)]
    [InlineData("2026-11-24", 12, "2026-11-23", 12)]
    [InlineData("2026-11-24", 1, "2026-11-30", 0)]
    [InlineData("2028-01-31", 3, "2028-02-29", 2)]
    [InlineData("2028-01-31", 3, "2028-03-01", 1)]
    public void Only_whole_months_that_have_not_begun_are_left(string first, int months, string day, int left) =>
        Assert.Equal(left, TermLength.MonthsLeft(Day(first), months, Day(day)));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "O", System.Globalization.CultureInfo.InvariantCulture);
}
