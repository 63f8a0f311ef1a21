using Modellstadt.Region.Projects;

namespace Modellstadt.Region.Tests.Projects;

/// <summary>Sums as people type them.</summary>
public sealed class AmountTextTests
{
    [Theory]
    [InlineData("1433000", 143_300_000, false)]
    [InlineData("1.433.000", 143_300_000, false)]
    [InlineData("1.433.000,5 €", 143_300_050, false)]
    [InlineData("699984.50", 69_998_450, false)]
    [InlineData("~4600000", 460_000_000, true)]
    [InlineData("~ 4.600.000", 460_000_000, true)]
    [InlineData("0", 0, false)]
    public void A_sum_is_read_as_people_type_it_and_shown_so_that_it_reads_the_same(string typed, long cents, bool rounded)
    {
        var amount = AmountText.Read(typed)!.Value;
        Assert.Equal(new Amount(cents, rounded), amount);
        Assert.Equal(amount, AmountText.Read(AmountText.Show(amount)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("dreißig")]
    [InlineData("-5")]
    [InlineData("1,433,000")]
    [InlineData("1433000,555")]
    [InlineData("123456789012345678901234567890")]
    public void What_is_no_sum_is_not_guessed(string typed) => Assert.Null(AmountText.Read(typed));
}
