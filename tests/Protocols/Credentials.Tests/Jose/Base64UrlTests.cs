using CsCheck;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Protocols.Credentials.Tests.Jose;

public sealed class Base64UrlTests
{
    [Fact]
    public void The_octets_of_RFC_7515_appendix_C_have_the_printed_text() => Assert.Equal("A-z_4ME", Base64Url.Encode([3, 236, 255, 224, 193]));

    [Fact]
    public void Every_byte_string_comes_back()
        => Gen.Byte.Array[0, 200].Sample(bytes => Base64Url.TryDecode(Base64Url.Encode(bytes), out var back) && back.AsSpan().SequenceEqual(bytes));

    [Theory]
    [InlineData("A-z_4ME=")]
    [InlineData("A-z_4M E")]
    [InlineData("A+z/4ME")]
    [InlineData("A")]
    [InlineData("A-z_4ME\n")]
    [InlineData("A-z_4MÉ")]
    public void Padding_white_space_and_foreign_characters_are_refused(string text) => Refusal.Is(ErrorCodes.Base64Url, Base64Url.Decode(text));

    [Theory]
    [InlineData("AB")]
    [InlineData("AAB")]
    public void Set_unused_bits_are_refused_so_that_a_signature_has_one_spelling(string text)
        => Assert.False(Base64Url.TryDecode(text, out _));

    [Fact]
    public void What_is_accepted_is_the_only_spelling()
        => Gen.String[Gen.Char["ABCDxyz019-_=+/ "], 0, 12].Sample(text => !Base64Url.TryDecode(text, out var bytes) || Base64Url.Encode(bytes) == text);
}
