using Modellstadt.Region.Funding;

namespace Modellstadt.Region.Tests.Funding;

/// <summary>When the proof of use is due, from the months that the notice states.</summary>
public sealed class ProofDeadlineTests
{
    [Theory]
    [InlineData("2026-10-15", 6, null, "2027-04-30")]
    [InlineData("2026-08-31", 6, null, "2027-02-28")]
    [InlineData("2026-10-15", 12, null, "2027-10-31")]
    [InlineData("2026-10-15", 6, "2026-05-31", "2026-11-30")]
    [InlineData("2026-10-15", 6, "2026-11-20", "2027-04-30")]
    public void The_earlier_of_both_days_counts(string until, int months, string? fulfilled, string due)
    {
        var plan = Plans.Usual with { Until = DateOnly.Parse(until, System.Globalization.CultureInfo.InvariantCulture), Proof = new ProofTerms(6, months, "Bescheid") };
        List<FundingEntry> entries = fulfilled is null ? [] : [Entry(1, FundingEntryKind.PurposeFulfilled, fulfilled)];
        Assert.Equal(due, ProofDeadline.Of(plan, entries).DueOn.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_proof_is_late_the_day_after_unless_it_was_handed_in()
    {
        var deadline = ProofDeadline.Of(Plans.Usual, []);
        Assert.False(deadline.IsOver(new DateOnly(2027, 4, 30)));
        Assert.True(deadline.IsOver(new DateOnly(2027, 5, 1)));
        Assert.False(ProofDeadline.Of(Plans.Usual, [Entry(1, FundingEntryKind.ProofSubmitted, "2027-04-01")]).IsOver(new DateOnly(2027, 5, 1)));
    }

    [Fact]
    public void A_day_that_was_reversed_does_not_count()
    {
        var wrong = Entry(1, FundingEntryKind.PurposeFulfilled, "2026-05-31");
        Assert.Null(ProofDeadline.Of(Plans.Usual, [wrong, wrong with { Number = 2, Reverses = 1 }]).PurposeFulfilledOn);
    }

    private static FundingEntry Entry(long number, FundingEntryKind kind, string day) => new()
    {
        Number = number, NoticeId = Guid.Empty, Key = $"{number}", Kind = kind, BookedOn = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), Actor = "staff/1", RecordedAt = DateTimeOffset.UnixEpoch,
    };
}
