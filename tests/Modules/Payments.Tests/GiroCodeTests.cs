namespace Modellstadt.Payments.Tests;

/// <summary>EPC069-12 version 3.1: fields, order and limits.</summary>
public sealed class GiroCodeTests
{
    private const string Iban = "DE02120300000000202051";

    [Fact]
    public void Fields_stand_in_the_order_of_the_guideline_and_empty_ones_at_the_end_are_left_out() =>
        Assert.Equal("BCD\n002\n1\nSCT\n\nStadt Aachen\nDE02120300000000202051\nEUR12.30\n\n\nAC-2026-000001", new GiroCode("Stadt Aachen", Iban, 12.3m, "AC-2026-000001").Text);

    [Fact]
    public void A_creditor_reference_stands_in_its_own_line_and_leaves_the_words_empty() =>
        Assert.Equal(
            "BCD\n002\n1\nSCT\n\nStadt Aachen\nDE02120300000000202051\nEUR12.30\n\nRF57AC2026000001\n\nDEMO",
            new GiroCode("Stadt Aachen", Iban, 12.3m, CreditorReference.Of("AC-2026-000001"), "DEMO").Text);

    [Theory]
    [InlineData("0.01", "EUR0.01")]
    [InlineData("30", "EUR30.00")]
    [InlineData("999999999.99", "EUR999999999.99")]
    public void An_amount_has_a_point_and_two_decimals(string euros, string written) =>
        Assert.Contains($"\n{written}\n", new GiroCode("Stadt", Iban, decimal.Parse(euros, System.Globalization.CultureInfo.InvariantCulture), "x").Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("0.001")]
    [InlineData("1000000000")]
    public void An_amount_outside_the_limits_is_refused(string euros) =>
        Assert.Throws<ArgumentException>(() => new GiroCode("Stadt", Iban, decimal.Parse(euros, System.Globalization.CultureInfo.InvariantCulture), "x"));

    [Fact]
    public void A_name_has_up_to_70_characters_and_a_text_up_to_140()
    {
        Assert.NotEmpty(new GiroCode(new string('n', 70), Iban, 1, new string('t', 140)).Text);
        Assert.Throws<ArgumentException>(() => new GiroCode(new string('n', 71), Iban, 1, "x"));
        Assert.Throws<ArgumentException>(() => new GiroCode("", Iban, 1, "x"));
        Assert.Throws<ArgumentException>(() => new GiroCode("Stadt", Iban, 1, new string('t', 141)));
        Assert.Throws<ArgumentException>(() => new GiroCode("Stadt", Iban, 1, "x", new string('h', 71)));
    }

    [Fact]
    public void All_fields_together_have_up_to_331_bytes() =>
        Assert.Throws<ArgumentException>(() => new GiroCode(new string('ü', 70), Iban, 1, new string('ü', 140)));

    [Theory]
    [InlineData("two\nlines")]
    [InlineData("two\r\nlines")]
    public void A_field_is_one_line(string text)
    {
        Assert.Throws<ArgumentException>(() => new GiroCode(text, Iban, 1, "x"));
        Assert.Throws<ArgumentException>(() => new GiroCode("Stadt", Iban, 1, text));
    }

    [Theory]
    [InlineData("DE03120300000000202051")]
    [InlineData("DE02 1203 0000 0000 2020 51")]
    [InlineData("de02120300000000202051")]
    [InlineData("DE")]
    [InlineData("")]
    public void An_account_number_that_is_not_an_iban_is_refused(string iban) => Assert.Throws<ArgumentException>(() => new GiroCode("Stadt", iban, 1, "x"));
}
