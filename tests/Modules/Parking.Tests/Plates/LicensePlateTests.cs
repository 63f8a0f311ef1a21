using CsCheck;
using Modellstadt.Parking.Plates;

namespace Modellstadt.Parking.Tests.Plates;

/// <summary>German number plates as people and registers write them.</summary>
public sealed class LicensePlateTests
{
    private static readonly HashSet<string> Known = ["GE", "G", "AC", "BÜR", "M", "B"];
    private static readonly HashSet<string> None = [];

    private static readonly Gen<string> Plates =
        from district in Gen.String[Gen.Char["ABCGZÄÖÜ"], 1, 3]
        from letters in Gen.String[Gen.Char["ABEHXZ"], 1, 2]
        from number in Gen.Int[1, 9_999]
        from suffix in Gen.Char["  EH"]
        from season in Gen.Select(Gen.Int[0, 12], Gen.Int[1, 12])
        let core = $"{district}-{letters} {number}{(suffix == ' ' ? "" : suffix)}"
        where core.Count(char.IsLetterOrDigit) <= 8
        select season.Item1 == 0 ? core : $"{core} {season.Item1:00}–{season.Item2:00}";

    [Theory]
    [InlineData("GE-AB 123", "GE-AB 123")]
    [InlineData("ge ab 123", "GE-AB 123")]
    [InlineData("GE-AB123", "GE-AB 123")]
    [InlineData(" ge–ab–123 ", "GE-AB 123")]
    [InlineData("GE:AB 123", "GE-AB 123")]
    [InlineData("GE·AB 123", "GE-AB 123")]
    [InlineData("M-A 1", "M-A 1")]
    [InlineData("BÜR-XY 99", "BÜR-XY 99")]
    [InlineData("bu\u0308r-xy 99", "BÜR-XY 99")]
    [InlineData("GE-AB 123E", "GE-AB 123E")]
    [InlineData("GE-AB 123 e", "GE-AB 123E")]
    [InlineData("GE-AB 12H", "GE-AB 12H")]
    [InlineData("GE-AB 12 04-10", "GE-AB 12 04–10")]
    [InlineData("GE-AB 12 (11/02)", "GE-AB 12 11–02")]
    [InlineData("GE-AB 12H 04–10", "GE-AB 12H 04–10")]
    [InlineData("GEAB123", "GE-AB 123")]
    [InlineData("geab123e", "GE-AB 123E")]
    [InlineData("GEAB 123", "GE-AB 123")]
    public void A_plate_is_read_however_it_is_written(string written, string plate) => Assert.Equal(plate, LicensePlate.Parse(written, Known)?.ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("GE")]
    [InlineData("123")]
    [InlineData("GE-123")]
    [InlineData("GE 1234")]
    [InlineData("GE1234")]
    [InlineData("GE-AB")]
    [InlineData("GE-AB 0123")]
    [InlineData("GE-AB 0")]
    [InlineData("GE-AB 12345")]
    [InlineData("GE-ABC 123")]
    [InlineData("GELS-AB 123")]
    [InlineData("BÜR-XY 9999")]
    [InlineData("GE-AB 123X")]
    [InlineData("GE-AB 123EH")]
    [InlineData("GE-ÄB 123")]
    [InlineData("GE-AB 12 00-10")]
    [InlineData("GE-AB 12 04-13")]
    [InlineData("GE-AB 12 04")]
    [InlineData("0-17-1")]
    [InlineData("Y-123456")]
    [InlineData("GE-AB 123; DROP TABLE permits")]
    [InlineData("<b>GE-AB 123</b>")]
    [InlineData("GE-AB 123\nGE-AB 124")]
    public void Anything_else_is_no_plate(string? written) => Assert.Empty(LicensePlate.Readings(written, Known));

    [Theory]
    [InlineData("GЕ-AB 123", "a Cyrillic letter")]
    [InlineData("GΕ-AB 123", "a Greek letter")]
    [InlineData("ＧＥ-ＡＢ １２３", "wide letters")]
    [InlineData("GE-AB ١٢٣", "Arabic digits")]
    [InlineData("GE-Aſ 123", "a long s")]
    [InlineData("GE-Aı 123", "an i without dot")]
    [InlineData("GE-AB 12³", "a raised digit")]
    [InlineData("GE\u200B-AB 123", "a blank without width")]
    [InlineData("\uD800GE-AB 123", "half a character")]
    [InlineData("GE-AB 123\uFFFE", "no character at all")]
    [InlineData("GE-AB 123 \uD83D\uDE97", "a picture")]
    public void A_sign_that_only_looks_like_a_letter_is_none(string written, string because) =>
        Assert.True(LicensePlate.Readings(written, Known) is [], because);

    [Fact]
    public void A_plate_of_an_authority_belongs_to_no_resident()
    {
        Assert.Empty(LicensePlate.Readings("GE-1234", Known));
        Assert.Empty(LicensePlate.Readings("GE 4", Known));
    }

    [Fact]
    public void Without_a_separator_a_known_district_settles_the_reading()
    {
        Assert.Equal(["GE-AB 123"], Texts("GEAB123", Known));
        Assert.Equal(["GEA-B 123", "GE-AB 123"], Texts("GEAB123", None).OrderDescending(StringComparer.Ordinal));
        Assert.Null(LicensePlate.Parse("GEAB123", None));
    }

    [Fact]
    public void Two_known_districts_leave_it_open()
    {
        Assert.Equal(["G-EA 123", "GE-A 123"], Texts("GEA123", Known).Order(StringComparer.Ordinal));
        Assert.Null(LicensePlate.Parse("GEA123", Known));
        Assert.Equal("G-EA 123", LicensePlate.Parse("G-EA 123", Known)?.ToString());
    }

    [Fact]
    public void A_plate_written_apart_needs_no_known_district() => Assert.Equal("XYZ-A 1", LicensePlate.Parse("XYZ A 1", None)?.ToString());

    [Fact]
    public void The_same_plate_has_the_same_key_and_another_one_another()
    {
        string[] spellings = ["GE-AB 123", "geab123", "GE AB 123", "GE–AB 123 04–10"];
        Assert.All(spellings, spelling => Assert.Equal("GE-AB123", LicensePlate.Parse(spelling, Known)!.Key));

        string[] others = ["GE-A 123", "G-EA 123", "GE-AB 12", "GE-AB 123E", "GE-AB 123H"];
        Assert.Equal(others.Length + 1, others.Append("GE-AB 123").Select(plate => LicensePlate.Parse(plate, Known)!.Key).Distinct().Count());
    }

    [Fact]
    public void What_stands_on_the_car_is_read_back_as_the_same_plate() =>
        Plates.Sample(written =>
        {
            var plate = LicensePlate.Parse(written, None);
            return plate?.ToString() == written && LicensePlate.Parse(plate.ToString(), Known) == plate;
        });

    [Fact]
    public void Two_plates_have_the_same_key_exactly_when_the_cars_bear_the_same_signs() =>
        Gen.Select(Plates, Plates).Sample((one, other) => (Key(one) == Key(other)) == (WithoutSeason(one) == WithoutSeason(other)));

    [Fact]
    public void Without_separators_the_plate_is_among_the_readings() =>
        Plates.Sample(written => LicensePlate.Readings(WithoutSeason(written).Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal), None)
            .Any(reading => reading.Key == Key(written)));

    [Fact]
    public void Hostile_input_is_answered_and_never_a_plate_of_more_than_eight_signs() =>
        Gen.OneOf(Gen.String, Gen.String[Gen.Char["GEAB0123456789-–. ÄÖÜEH()/\u0308\uD83D\uDE97\0"], 0, 30]).Sample(text =>
            LicensePlate.Readings(text, Known).All(plate => plate.Key.Count(char.IsLetterOrDigit) <= 8));

    [Fact]
    public void A_long_text_is_no_plate() => Assert.Empty(LicensePlate.Readings("GE-AB 123" + new string(' ', 100_000), Known));

    private static IEnumerable<string> Texts(string written, HashSet<string> known) => LicensePlate.Readings(written, known).Select(plate => plate.ToString());

    private static string? Key(string written) => LicensePlate.Parse(written, None)?.Key;

    private static string WithoutSeason(string written) => written.Contains('–', StringComparison.Ordinal) ? written[..written.LastIndexOf(' ')] : written;
}
