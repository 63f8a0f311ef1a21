namespace Modellstadt.Registers.Tests;

public sealed class HouseNumberTests
{
    [Theory]
    [InlineData("17", 17, "")]
    [InlineData("17a", 17, "a")]
    [InlineData(" 17 A ", 17, "a")]
    [InlineData("17 1/2", 17, "1/2")]
    public void A_house_number_is_a_number_and_an_addition(string text, int number, string suffix)
    {
        Assert.True(HouseNumber.TryParse(text, out var read));
        Assert.Equal(new HouseNumber(number, suffix), read);
        Assert.True(HouseNumber.TryParse(read.ToString(), out var again));
        Assert.Equal(read, again);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("a")]
    [InlineData("17ab")]
    [InlineData("-3")]
    [InlineData("123456")]
    [InlineData(null)]
    public void Anything_else_is_no_house_number(string? text) => Assert.False(HouseNumber.TryParse(text, out _));

    [Fact]
    public void House_numbers_stand_in_the_order_of_the_street()
    {
        HouseNumber[] street = [new(18, ""), new(17, "b"), new(2, ""), new(17, ""), new(17, "a")];
        Assert.Equal(["2", "17", "17a", "17b", "18"], street.Order().Select(number => number.ToString()));
    }

    [Theory]
    [InlineData("Georgstraße 17a", "Georgstr. 17 A", true)]
    [InlineData("Im Lörenkamp 3", "IM LOERENKAMP 3", true)]
    [InlineData("Georgstraße 17a", "Georgstraße 17", false)]
    [InlineData("Georgstraße 17", null, false)]
    public void Addresses_are_compared_however_they_are_written(string one, string? other, bool same) => Assert.Equal(same, StreetAddresses.Same(one, other));
}
