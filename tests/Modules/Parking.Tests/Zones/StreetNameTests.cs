using CsCheck;
using Modellstadt.Parking.Zones;

namespace Modellstadt.Parking.Tests.Zones;

public sealed class StreetNameTests
{
    [Theory]
    [InlineData("Elsa-Brändström-Straße", "Elsa-Brändström-Str.")]
    [InlineData("Elsa-Brändström-Straße", "ELSA BRAENDSTROEM STRASSE")]
    [InlineData("Elsa-Brändström-Straße", "elsa-bra\u0308ndstro\u0308m-strasse")]
    [InlineData("Hauptstraße", "Hauptstr.")]
    [InlineData("Hauptstraße", "Hauptstr")]
    [InlineData("Hauptstraße", " HAUPTSTRASSE ")]
    [InlineData("Hauptstraße", "HAUPTSTRAẞE")]
    [InlineData("Rheinische Straße", "Rheinische Str.")]
    [InlineData("Demo-Kirchplatz", "Demo-Kirchpl.")]
    [InlineData("Sankt-Josef-Straße", "St.-Josef-Str.")]
    [InlineData("Sankt-Josef-Straße", "St. Josef Straße")]
    [InlineData("Straße des 17. Juni", "Str. des 17. Juni")]
    [InlineData("Café-Allee", "Cafe Allee")]
    public void A_street_is_the_same_however_it_is_written(string one, string other) => Assert.Equal(StreetName.Of(one), StreetName.Of(other));

    [Theory]
    [InlineData("Hauptstraße", "Hauptweg")]
    [InlineData("Hauptstraße", "Hauptstraßenweg")]
    [InlineData("Georgstraße", "Georgenstraße")]
    [InlineData("Straßburger Allee", "Strasburger Allee")]
    [InlineData("Straße 1", "Straße 11")]
    [InlineData("Kirchplatz", "Kirchstraße")]
    [InlineData("Gladbecker Straße", "Bottroper Straße")]
    public void Other_streets_stay_other_streets(string one, string other) => Assert.NotEqual(StreetName.Of(one), StreetName.Of(other));

    [Fact]
    public void Case_blanks_and_hyphens_never_matter() =>
        Gen.String[Gen.Char["abczäöüß éł"], 1, 12].Sample(name =>
            StreetName.Of(name) == StreetName.Of($" {name.ToUpperInvariant()} ") && StreetName.Of(name) == StreetName.Of(name.Replace(' ', '-')));
}
