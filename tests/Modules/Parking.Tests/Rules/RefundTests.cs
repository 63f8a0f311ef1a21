using CsCheck;
using Modellstadt.Parking.Rules;

namespace Modellstadt.Parking.Tests.Rules;

/// <summary>What comes back when a permit is returned.</summary>
public sealed class RefundTests
{
    [Theory, InlineData(3000, 12, 5, 1250), InlineData(3000, 12, 0, 0), InlineData(3000, 12, 12, 3000), InlineData(1000, 3, 2, 667), InlineData(1000, 3, 1, 333)]
    public void Each_whole_month_that_is_left_comes_back(long paid, int months, int left, long back) =>
        Assert.Equal(back, new RefundRule(0, 0).CentsBack(paid, months, left));

    [Fact]
    public void The_office_keeps_what_the_rule_says() => Assert.Equal(1000, new RefundRule(2.5m, 0).CentsBack(3000, 12, 5));

    [Theory, InlineData(10, 1000), InlineData(10.01, 0)]
    public void A_small_amount_is_not_paid_back(double smallest, long back) => Assert.Equal(back, new RefundRule(2.5m, (decimal)smallest).CentsBack(3000, 12, 5));

    [Fact]
    public void Nobody_gets_back_more_than_was_paid_or_owes_for_a_return() =>
        Gen.Select(Gen.Long[0, 1_000_000], Gen.Int[1, 36], Gen.Int[-5, 50], Gen.Int[0, 5_000], Gen.Int[0, 5_000]).Sample((paid, months, left, kept, smallest) =>
        {
            var back = new RefundRule(kept / 100m, smallest / 100m).CentsBack(paid, months, left);
            Assert.InRange(back, 0, paid);
            Assert.True(back == 0 || back >= smallest);
        });
}
