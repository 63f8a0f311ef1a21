using System.Text;
using CsCheck;
using Modellstadt.Parking.Counter.Slips;

namespace Modellstadt.Parking.Tests.Counter;

/// <summary>RFC 9285.</summary>
public sealed class Base45Tests
{
    [Theory]
    [InlineData("AB", "BB8")]
    [InlineData("Hello!!", "%69 VD92EX0")]
    [InlineData("base-45", "UJCLQE7W581")]
    [InlineData("ietf!", "QED8WEX0")]
    [InlineData("", "")]
    public void The_examples_of_the_specification_hold(string text, string encoded)
    {
        Assert.Equal(encoded, Base45.Encode(Encoding.ASCII.GetBytes(text)));
        Assert.Equal(text, Encoding.ASCII.GetString(Base45.Decode(encoded)!));
    }

    [Theory]
    [InlineData("A")]
    [InlineData("BB8A")]
    [InlineData("bb8")]
    [InlineData("GGW")]
    [InlineData(":::")]
    [InlineData("::")]
    [InlineData("Ä00")]
    public void What_is_no_encoding_is_refused(string text) => Assert.Null(Base45.Decode(text));

    [Fact]
    public void What_was_encoded_is_decoded() =>
        Gen.Byte.Array[0, 60].Sample(bytes => Assert.Equal(bytes, Base45.Decode(Base45.Encode(bytes))));
}
