using Modellstadt.Payments.Office;

namespace Modellstadt.Payments.Tests.Office;

/// <summary>Amounts as people type them.</summary>
public sealed class FormAnswerTests
{
    [Theory]
    [InlineData("30", 3000L)]
    [InlineData("30,00", 3000L)]
    [InlineData("12,5", 1250L)]
    [InlineData("12.50", 1250L)]
    [InlineData(" 1.234,50 € ", 123450L)]
    [InlineData("1.234", 123400L)]
    [InlineData("0,01", 1L)]
    [InlineData("", null)]
    [InlineData(null, null)]
    [InlineData("-3", null)]
    [InlineData("3,001", null)]
    [InlineData("1,234.50", null)]
    [InlineData("zehn", null)]
    public void An_amount_is_read_as_people_type_it(string? typed, long? cents) => Assert.Equal(cents, FormAnswers.Cents(typed));
}
