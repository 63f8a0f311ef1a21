using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Testing;
using Modellstadt.Wallets.Emergencies;

namespace Modellstadt.Wallets.Tests;

/// <summary>The code that a person reads from paper and types when the phone is gone.</summary>
public sealed class EmergencyCodeTests
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const string Signs = "0123456789ABCDEFGHJK";

    /// <summary>The wallet's tests hold the same values: phone and town derive the same from a code.</summary>
    [Fact]
    public void What_a_code_opens_is_written_down()
    {
        var code = new EmergencyCode(Signs);
        Assert.Equal(ExpectedShown, code.Show());
        Assert.Equal(ExpectedVerifier, code.LockVerifier);
        Assert.Equal(ExpectedLocator, Base64Url.Encode(code.Locator));
    }

    [Theory]
    [InlineData(ExpectedShown)]
    [InlineData("01234-56789-abcde-fghjk-J")]
    [InlineData("0123456789ABCDEFGHJKJ")]
    [InlineData("  oI234 56789  ABCDE FGHJK j ")]
    [InlineData("Ol234.56789.ABCDE.FGHJK.J")]
    public void Case_groups_and_signs_that_look_alike_do_not_matter(string typed) => Assert.Equal(Signs, EmergencyCode.Parse(typed)?.Signs);

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("01234-56789-ABCDE-FGHJK")]
    [InlineData("01234-56789-ABCDE-FGHJK-JJ")]
    [InlineData("01234-56789-ABCDE-FGHJU-W")]
    [InlineData("01234-56789-ABCDE-FGHJÄ-W")]
    public void What_cannot_be_a_code_is_none(string? typed) => Assert.Null(EmergencyCode.Parse(typed));

    [Fact]
    public void Any_one_wrong_sign_and_any_two_that_changed_places_are_noticed()
    {
        var random = new SeededRandomness(7);
        for (var round = 0; round < 20; round++)
        {
            var signs = string.Concat(Enumerable.Range(0, EmergencyCode.Length).Select(_ => Alphabet[random.NextInt(32)]));
            var code = signs + EmergencyCode.CheckOf(signs);
            Assert.NotNull(EmergencyCode.Parse(code));
            for (var place = 0; place < code.Length; place++)
            {
                Assert.All(Alphabet.Where(sign => sign != code[place]), sign => Assert.Null(EmergencyCode.Parse(code[..place] + sign + code[(place + 1)..])));
                for (var other = place + 1; other < code.Length; other++)
                {
                    if (code[place] == code[other])
                        continue;
                    var swapped = code.ToCharArray();
                    (swapped[place], swapped[other]) = (swapped[other], swapped[place]);
                    Assert.Null(EmergencyCode.Parse(new string(swapped)));
                }
            }
        }
    }

    private const string ExpectedShown = "01234-56789-ABCDE-FGHJK-J";
    private const string ExpectedVerifier = "3jeFTTlw-xSBSWa6X7c22f7yzbFf2SrQ6NIBu4HE01s";
    private const string ExpectedLocator = "M5_qpuSMKnEx_0O4qUz0jacYeYFBKIdZjOCcI3g3GIE";
}
