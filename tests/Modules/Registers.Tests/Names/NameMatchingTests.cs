using CsCheck;

namespace Modellstadt.Registers.Tests;

public sealed class NameMatchingTests
{
    [Theory]
    [InlineData("René", "Müller", "Rene", "Mueller")]
    [InlineData("Nœl", "Schmidt-Strauß", "Noël", "Schmidt-Strauss")]
    [InlineData("Anna", "Müller", "Anna", "Muller")]
    [InlineData("Zofia", "Müller-Łukaszewska", "Zofia", "Mueller Lukaszewska")]
    [InlineData("Gülşen", "Çelik", "Guelsen", "Celik")]
    [InlineData("Thị", "Nguyễn", "Thi", "Nguyen")]
    [InlineData("Işıl", "Yıldız", "Isil", "Yildiz")]
    [InlineData("Søren", "Åkerlund", "Soeren", "Aakerlund")]
    [InlineData("Søren", "Åkerlund", "Soren", "Akerlund")]
    [InlineData("Đức", "Đỗ", "Duc", "Do")]
    [InlineData("ʿAlī", "al-Ḥasan", "Ali", "Al Hasan")]
    [InlineData("Olena", "Kovalʹčuk", "Olena", "Kovalcuk")]
    [InlineData("Kate", "O'Brien", "Kate", "OBrien")]
    [InlineData("Kate", "O’Brien", "Kate", "O Brien")]
    public void A_name_is_found_however_it_is_transliterated(string given, string family, string otherGiven, string otherFamily) =>
        Assert.Equal(NameMatch.Probable, Match(given, family, otherGiven, otherFamily));

    [Theory]
    [InlineData("von der Heide", "Heide")]
    [InlineData("von der Heide", "Heide, von der")]
    [InlineData("van Beek", "BEEK")]
    [InlineData("von und zu Hövel", "Hoevel")]
    [InlineData("de Souza", "Souza")]
    public void Particles_may_be_missing_or_stand_behind(string family, string other) =>
        Assert.Equal(NameMatch.Probable, Match("Anna", family, "Anna", other));

    [Theory]
    [InlineData("von der Heide", "van der Heide")]
    [InlineData("Heide", "Heider")]
    [InlineData("Mueller", "Muller")]
    [InlineData("Schmidt", "Schmitt")]
    [InlineData("Nguyễn", "Trần")]
    public void Another_family_name_is_another_person(string family, string other) =>
        Assert.Equal(NameMatch.No, Match("Anna", family, "Anna", other));

    [Theory]
    [InlineData("Anna Maria", "Anna")]
    [InlineData("Anna Maria", "Maria")]
    [InlineData("Karl-Heinz", "Karl Heinz")]
    [InlineData("Anna-Maria", "Annamaria")]
    public void One_of_several_given_names_is_enough(string given, string other) => Assert.Equal(NameMatch.Probable, Match(given, "Schulte", other, "Schulte"));

    [Theory]
    [InlineData("Anna", "Petra")]
    [InlineData("Anna", "")]
    [InlineData("Anna Maria", "Anna Petra")]
    [InlineData("Karl-Heinz", "Karl")]
    public void A_family_name_alone_is_not_enough(string given, string other) => Assert.Equal(NameMatch.No, Match(given, "Schulte", other, "Schulte"));

    [Fact]
    public void A_name_of_particles_alone_is_a_name()
    {
        Assert.Equal(NameMatch.Probable, Match("Minh", "Lê", "Minh", "Le"));
        Assert.Equal(NameMatch.No, Match("Minh", "Lê", "Minh", "Do"));
    }

    [Fact]
    public void Composed_and_decomposed_letters_are_the_same_letters() =>
        Assert.Equal(NameMatch.Exact, Match("Jörg", "Nguyễn", "Jo\u0308rg", "Nguye\u0302\u0303n"));

    [Theory]
    [InlineData("Анна")]
    [InlineData("李")]
    [InlineData("Anna\u0000")]
    [InlineData("Anna\uD800")]
    [InlineData("Anna\uFFFE")]
    [InlineData("Anna😀")]
    [InlineData("A\u0337nna")]
    public void Characters_outside_the_standard_match_nothing(string given)
    {
        Assert.NotNull(NameCharacters.FirstUnknown(given));
        Assert.Equal(NameMatch.No, Match(given, "Schulte", "Anna", "Schulte"));
    }

    [Theory]
    [InlineData("Schmidt3", "3")]
    [InlineData("Анна", "А")]
    [InlineData("Anna😀", "😀")]
    public void The_unknown_character_is_named(string name, string character) => Assert.Equal(character, NameCharacters.FirstUnknown(name));

    [Fact]
    public void Matching_does_not_depend_on_the_order() =>
        Gen.Select(Names, Names).Sample((one, other) => PersonNames.Match(one, other) == PersonNames.Match(other, one));

    [Fact]
    public void Every_name_matches_itself() => Names.Sample(name => PersonNames.Match(name, name) is NameMatch.Exact);

    [Fact]
    public void Every_name_matches_its_transliteration() =>
        Names.Sample(name => PersonNames.Match(name, new PersonName(SpelledName.Latin(name.GivenNames), SpelledName.Latin(name.FamilyName))) is not NameMatch.No);

    [Fact]
    public void Another_given_name_is_never_the_same_person() =>
        Names.Sample(name => PersonNames.Match(name, name with { GivenNames = "Quirinus-Xaver" }) is NameMatch.No);

    [Fact]
    public void Nothing_that_can_be_written_breaks_the_matching() =>
        Gen.Select(Gen.String, Gen.String).Sample((one, other) => PersonNames.Match(new PersonName(one, other), new PersonName(other, one)) == PersonNames.Match(new PersonName(other, one), new PersonName(one, other)));

    private static readonly Gen<string> Word = OneOf([.. NameCharacters.AllLetters]).Array[1, 12].Select(string.Concat);

    private static readonly Gen<PersonName> Names = Gen.Select(
        Word.Array[1, 3].Select(words => string.Join(' ', words)),
        Gen.Select(OneOf("", "von ", "van der ", "zu "), Word, OneOf("", "-", " "), Word).Select((particle, first, join, second) => particle + first + (join.Length > 0 ? join + second : "")),
        (given, family) => new PersonName(given, family));

    private static Gen<string> OneOf(params string[] choices) => Gen.Int[0, choices.Length - 1].Select(index => choices[index]);

    private static NameMatch Match(string given, string family, string otherGiven, string otherFamily) =>
        PersonNames.Match(new PersonName(given, family), new PersonName(otherGiven, otherFamily));
}
