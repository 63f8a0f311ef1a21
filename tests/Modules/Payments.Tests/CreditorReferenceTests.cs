using CsCheck;

namespace Modellstadt.Payments.Tests;

/// <summary>ISO 11649: the reference that banks carry.</summary>
public sealed class CreditorReferenceTests
{
    private static readonly Gen<string> Bodies = Gen.String[Gen.Char["ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"], 1, 21];

    [Theory]
    [InlineData("RF18539007547034")]
    [InlineData("rf18 5390 0754 7034")]
    [InlineData("RF18 5390 0754 7034 ")]
    public void A_reference_is_read_with_or_without_blanks_in_any_case(string written) =>
        Assert.Equal("RF18539007547034", CreditorReference.TryRead(written)!.Text);

    [Theory]
    [InlineData("RF19539007547034")]
    [InlineData("RF18539007547043")]
    [InlineData("DE18539007547034")]
    [InlineData("RF18")]
    [InlineData("RFAA539007547034")]
    [InlineData("RF18-539007547034")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_no_reference_or_was_mistyped_is_not_read(string? written) => Assert.Null(CreditorReference.TryRead(written));

    [Fact]
    public void A_notices_reference_keeps_its_letters_and_digits()
    {
        Assert.EndsWith("GE2026000123", CreditorReference.Of("GE-2026-000123").Text, StringComparison.Ordinal);
        Assert.Equal(CreditorReference.Of("ge 2026 000123"), CreditorReference.Of("GE-2026-000123"));
        Assert.Equal("RF18 5390 0754 7034", CreditorReference.Of("539007547034").InGroups);
    }

    [Theory]
    [InlineData("---")]
    [InlineData("1234567890123456789012")]
    public void A_notices_reference_that_no_bank_carries_is_refused(string reference) => Assert.Throws<ArgumentException>(() => CreditorReference.Of(reference));

    [Fact]
    public void Every_reference_made_is_read_again() =>
        Bodies.Sample(body => Assert.Equal(CreditorReference.Of(body), CreditorReference.TryRead(CreditorReference.Of(body).InGroups)));

    [Fact]
    public void One_wrong_sign_is_always_noticed() =>
        Gen.Select(Bodies, Gen.Int[0, 20], Gen.Char["ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"]).Sample((body, place, wrong) =>
        {
            var text = CreditorReference.Of(body).Text.ToCharArray();
            var at = 4 + place % body.Length;
            if (text[at] == wrong || char.IsAsciiDigit(text[at]) != char.IsAsciiDigit(wrong))
                return;
            text[at] = wrong;
            Assert.Null(CreditorReference.TryRead(new string(text)));
        });
}
