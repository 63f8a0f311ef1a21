using CsCheck;

namespace Modellstadt.Registers.Tests;

public sealed class StreetAddressesTests
{
    [Theory]
    [InlineData("Straße des 17. Juni 3", "Strasse des 17 Juni 3")]
    [InlineData("Im Lörenkamp 3", "Im Loerenkamp 3")]
    [InlineData("Karl-Meyer-Straße 12 B", "Karl Meyer Str. 12b")]
    [InlineData("Çeliksokak 5", "Celiksokak 5")]
    public void One_place_is_written_in_many_ways(string one, string other) => Assert.True(StreetAddresses.Same(one, other));

    [Theory]
    [InlineData("Georgstraße 17", "Georgstraße 71")]
    [InlineData("Georgstraße 17", "Georgplatz 17")]
    [InlineData("Georgstraße 17", "")]
    [InlineData("Georgstraße 1/2", "Georgstraße 12")]
    public void Another_place_is_another_place(string one, string other) => Assert.False(StreetAddresses.Same(one, other));

    [Fact]
    public void Every_address_is_itself_and_the_order_does_not_matter() => Gen.Select(Gen.String, Gen.String).Sample((one, other) =>
        StreetAddresses.Same(one, one) && StreetAddresses.Same(one, other) == StreetAddresses.Same(other, one));

    [Fact]
    public void Whatever_is_written_as_house_number_is_read_or_refused() => Gen.String.Sample(text =>
        !HouseNumber.TryParse(text, out var read) || (HouseNumber.TryParse(read.ToString(), out var again) && read == again));
}
