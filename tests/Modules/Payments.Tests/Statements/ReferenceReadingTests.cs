using CsCheck;
using Modellstadt.Payments.Statements;

namespace Modellstadt.Payments.Tests.Statements;

/// <summary>References in what people write into a transfer.</summary>
public sealed class ReferenceReadingTests
{
    private static readonly string Reference = CreditorReference.Of("GE-2026-000123").Text;
    private static readonly int[] Lengths = [Reference.Length];

    [Theory]
    [InlineData("{0}")]
    [InlineData("Parkausweis {0} vielen Dank")]
    [InlineData("Parkausweis{0}Danke")]
    [InlineData("{0}{0}")]
    public void A_whole_reference_is_found_wherever_it_stands(string words)
    {
        Assert.Contains(Reference, ReferenceReading.Whole(string.Format(System.Globalization.CultureInfo.InvariantCulture, words, Reference), Lengths));
        Assert.Contains(Reference, ReferenceReading.Whole(string.Format(System.Globalization.CultureInfo.InvariantCulture, words, CreditorReference.TryRead(Reference)!.InGroups.ToLowerInvariant()), Lengths));
    }

    [Theory]
    [InlineData("Bewohnerparkausweis GE-2026-000123")]
    [InlineData("ge 2026 000123")]
    [InlineData("Nr.GE2026000123, Danke")]
    public void The_notices_own_reference_is_found_without_check_digits(string words)
    {
        Assert.Empty(ReferenceReading.Whole(words, Lengths));
        Assert.Contains(Reference, ReferenceReading.WithoutHead(words, Lengths));
    }

    [Fact]
    public void Every_typing_error_of_one_sign_leads_to_a_proposal() =>
        Gen.Select(Gen.Int[0, Reference.Length - 1], Gen.Char["ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"], Gen.Int[0, 3]).Sample(
            (place, sign, kind) =>
            {
                var typed = kind switch
                {
                    0 => Reference[..place] + sign + Reference[(place + 1)..],
                    1 => Reference.Remove(place, 1),
                    2 => Reference.Insert(place, sign.ToString()),
                    _ => place == 0 ? Reference : Reference[..(place - 1)] + Reference[place] + Reference[place - 1] + Reference[(place + 1)..],
                };
                Assert.Contains(Reference, ReferenceReading.Whole(typed, Lengths).Concat(ReferenceReading.Mistyped($"Gebühr {typed} danke", Lengths)));
            },
            iter: 100);

    [Fact]
    public void Words_without_a_reference_lead_nowhere()
    {
        Assert.Empty(ReferenceReading.Whole("Vielen Dank für die freundliche Auskunft am Telefon", Lengths));
        Assert.Empty(ReferenceReading.WithoutHead("Vielen Dank für die freundliche Auskunft am Telefon", Lengths));
        Assert.Empty(ReferenceReading.Whole("", Lengths));
        Assert.Empty(ReferenceReading.Mistyped("", Lengths));
    }

    [Fact]
    public void However_long_the_words_are_the_search_stays_short() =>
        Assert.True(ReferenceReading.Mistyped(new string('R', 100_000), Lengths).Count < 10_000);
}
