using CsCheck;
using Modellstadt.Kernel.Texts;

namespace Modellstadt.Registers.Tests;

/// <summary>Why names fit or do not, in words that a clerk understands.</summary>
public sealed class NameComparisonTests
{
    [Theory]
    [InlineData("René", "Müller", "Rene", "Müller", NameDifferenceKind.GivenNamesSpelled)]
    [InlineData("Karl-Heinz", "Müller", "Karl Heinz", "Müller", NameDifferenceKind.GivenNamesJoined)]
    [InlineData("Anna Maria", "Müller", "Anna", "Müller", NameDifferenceKind.GivenNamesFewer)]
    [InlineData("Zofia", "Müller-Łukaszewska", "Zofia", "Mueller Lukaszewska", NameDifferenceKind.FamilyNameSpelled)]
    [InlineData("Anna", "Müller", "Anna", "Muller", NameDifferenceKind.FamilyNameSpelled)]
    [InlineData("Anna", "von der Heide", "Anna", "Heide", NameDifferenceKind.ParticleMissing)]
    public void A_probable_name_says_what_is_written_differently(string given, string family, string otherGiven, string otherFamily, NameDifferenceKind kind)
    {
        var comparison = Compare(given, family, otherGiven, otherFamily);
        Assert.Equal(NameMatch.Probable, comparison.Match);
        Assert.Equal(kind, Assert.Single(comparison.Differences).Kind);
    }

    [Theory]
    [InlineData("Anna", "Müller", "", "Müller", NameDifferenceKind.NoGivenNames)]
    [InlineData("Anna", "Müller", "Anna", "", NameDifferenceKind.NoFamilyName)]
    [InlineData("Anna", "Müller", "Petra", "Müller", NameDifferenceKind.GivenNamesDiffer)]
    [InlineData("Anna", "Schmidt", "Anna", "Schmitt", NameDifferenceKind.FamilyNameDiffers)]
    [InlineData("Anna", "Schmidt-Weiß", "Anna", "Weiß-Schmidt", NameDifferenceKind.FamilyNameDiffers)]
    [InlineData("Anna", "Müller-Weiß", "Anna", "Müller", NameDifferenceKind.FamilyNameIncomplete)]
    [InlineData("Anna", "von der Heide", "Anna", "van der Heide", NameDifferenceKind.ParticlesDiffer)]
    [InlineData("Jürgen", "Müller", "Juergen", "Muller", NameDifferenceKind.SpellingsMixed)]
    [InlineData("Anna", "Müller", "Анна", "Müller", NameDifferenceKind.UnknownCharacter)]
    public void Another_name_says_which_part_differs(string given, string family, string otherGiven, string otherFamily, NameDifferenceKind kind)
    {
        var comparison = Compare(given, family, otherGiven, otherFamily);
        Assert.Equal(NameMatch.No, comparison.Match);
        Assert.Equal(kind, Assert.Single(comparison.Differences).Kind);
    }

    [Fact]
    public void Only_what_parts_the_names_is_told_of_another_name() =>
        Assert.Equal([NameDifferenceKind.FamilyNameDiffers], Compare("René", "Schmidt", "Rene", "Schmitt").Differences.Select(difference => difference.Kind));

    [Fact]
    public void A_clerk_reads_both_sides_in_both_languages()
    {
        var comparison = Compare("Anna", "Müller-Weiß", "Anna", "Müller");
        Assert.StartsWith("Ein Teil des Familiennamens fehlt: „Müller-Weiß“ im Register, „Müller“ im Dokument.", comparison.In(Language.German), StringComparison.Ordinal);
        Assert.StartsWith("A part of the family name is missing: “Müller-Weiß” in the register, “Müller” in the document.", comparison.In(Language.English), StringComparison.Ordinal);
    }

    [Fact]
    public void A_sign_that_nobody_sees_is_told_by_its_number() =>
        Assert.Contains("„U+0000“ im Dokument", Compare("Anna", "Müller", "Anna\0", "Müller").In(Language.German), StringComparison.Ordinal);

    [Fact]
    public void Every_reason_is_another_sentence() =>
        Assert.All([Language.German, Language.English], language => Assert.Distinct(Enum.GetValues<NameDifferenceKind>().Select(kind => new NameDifference(kind, "A", "B").In(language))));

    [Fact]
    public void Swapping_the_names_swaps_the_sides_and_nothing_else() => Pairs.Sample(pair =>
    {
        var (there, back) = (NameComparison.Of(pair.One, pair.Other), NameComparison.Of(pair.Other, pair.One));
        return there.Match == back.Match
            && there.Differences.SequenceEqual(back.Differences.Select(difference => new NameDifference(difference.Kind, difference.Written, difference.Registered)));
    });

    [Fact]
    public void A_name_is_letter_by_letter_itself() => Names.Sample(name => NameComparison.Of(name, name) is { Match: NameMatch.Exact, Differences: [] });

    [Fact]
    public void There_is_a_reason_exactly_when_the_names_are_not_letter_by_letter_the_same() => Pairs.Sample(pair =>
    {
        var comparison = NameComparison.Of(pair.One, pair.Other);
        return comparison.Match is NameMatch.Exact == comparison.Differences is []
            && comparison.Match is NameMatch.Exact == (comparison.In(Language.German).Length == 0)
            && (comparison.Match is NameMatch.Probable ? comparison.Differences.All(difference => !difference.Parts) : comparison.Differences.All(difference => difference.Parts));
    });

    private static readonly Gen<string> Word = OneOf("Anna", "Maria", "Jürgen", "Juergen", "Jurgen", "Müller", "Muller", "MUELLER", "von", "van der", "Łukasz", "Weiß", "Анна", "al-Ḥasan", "\u0301", "Lê", "Le");

    private static readonly Gen<string> Written = Gen.OneOf(
        Gen.Select(Word.Array[0, 3], OneOf(" ", "-", ""), (words, join) => string.Join(join, words)), Gen.String[0, 6]);

    private static readonly Gen<PersonName> Names = Gen.Select(Written, Written, (given, family) => new PersonName(given, family));

    private static readonly Gen<(PersonName One, PersonName Other)> Pairs = Gen.Select(Names, Names, Gen.Int[0, 3], (one, other, shared) =>
        (one, shared switch { 0 => one with { FamilyName = other.FamilyName }, 1 => one with { GivenNames = other.GivenNames }, _ => other }));

    private static Gen<string> OneOf(params string[] choices) => Gen.Int[0, choices.Length - 1].Select(index => choices[index]);

    private static NameComparison Compare(string given, string family, string otherGiven, string otherFamily) =>
        NameComparison.Of(new PersonName(given, family), new PersonName(otherGiven, otherFamily));
}
