namespace Modellstadt.Payments.Tests;

/// <summary>ISO 13616 with check digits by ISO 7064: accounts that a SEPA transfer reaches.</summary>
public sealed class IbanTests
{
    [Theory]
    [InlineData("DE02 1203 0000 0000 2020 51", "DE02120300000000202051")]
    [InlineData("de02120300000000202051", "DE02120300000000202051")]
    [InlineData("AT61 1904 3002 3457 3201", "AT611904300234573201")]
    [InlineData("NL91ABNA0417164300", "NL91ABNA0417164300")]
    public void An_account_is_read_with_or_without_blanks(string written, string read) => Assert.Equal(read, Iban.TryRead(written)!.Text);

    [Theory]
    [InlineData("DE03120300000000202051")]
    [InlineData("DE02120300000000202015")]
    [InlineData("DE0212030000000020205")]
    [InlineData("DE021203000000002020511")]
    [InlineData("BR1500000000000010932840814P2")]
    [InlineData("DE02-1203-0000-0000-2020-51")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_mistyped_or_outside_SEPA_is_not_read(string? written) => Assert.Null(Iban.TryRead(written));

    [Fact]
    public void On_a_screen_an_account_can_be_recognised_but_not_copied() => Assert.Equal("DE… 2051", Iban.TryRead("DE02120300000000202051")!.Hidden);
}
