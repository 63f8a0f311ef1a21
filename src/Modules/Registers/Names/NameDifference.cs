using System.Globalization;
using System.Text;
using Modellstadt.Kernel.Texts;

namespace Modellstadt.Registers;

/// <summary>One thing in which two names are not letter by letter the same.</summary>
/// <param name="Kind">What is different, and whether that parts the names.</param>
/// <param name="Registered">What the register has there; empty when it has nothing.</param>
/// <param name="Written">What the document has there; empty when it has nothing.</param>
public sealed record NameDifference(NameDifferenceKind Kind, string Registered, string Written)
{
    /// <summary>True when two persons may stand behind it; false for another way of writing the same name.</summary>
    public bool Parts => Kind >= NameDifferenceKind.NoGivenNames;

    /// <summary>True for the given names, false for the family name with its particles.</summary>
    internal bool IsAboutGivenNames => Kind is NameDifferenceKind.GivenNamesSpelled or NameDifferenceKind.GivenNamesJoined or NameDifferenceKind.GivenNamesFewer
        or NameDifferenceKind.NoGivenNames or NameDifferenceKind.GivenNamesDiffer;

    /// <summary>A plain sentence that names both sides, for a clerk.</summary>
    public string In(Language language) => NameTexts.For(language).Explain(Kind, Show(Registered), Show(Written));

    /// <summary>Signs that nobody can see get their number.</summary>
    private static string Show(string text)
    {
        var shown = new StringBuilder(text.Length);
        foreach (var rune in NameCharacters.Compose(text).EnumerateRunes())
            shown.Append(Rune.IsControl(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.NonSpacingMark ? $"U+{rune.Value:X4}" : rune.ToString());
        return shown.Length == 0 ? "–" : shown.ToString();
    }
}

/// <summary>What can be different between two names; from <see cref="NoGivenNames"/> on it parts them.</summary>
public enum NameDifferenceKind
{
    /// <summary>The given names are spelled differently and have one search form.</summary>
    GivenNamesSpelled,

    /// <summary>The given names are joined differently: <c>Karl-Heinz</c>, <c>Karl Heinz</c>.</summary>
    GivenNamesJoined,

    /// <summary>One side names only some of the given names.</summary>
    GivenNamesFewer,

    /// <summary>The family name is spelled, joined or ordered differently and has one search form.</summary>
    FamilyNameSpelled,

    /// <summary>One side leaves out the particle.</summary>
    ParticleMissing,

    /// <summary>A side has no given name: a family name alone is nobody.</summary>
    NoGivenNames,

    /// <summary>A side has no family name.</summary>
    NoFamilyName,

    /// <summary>Both sides have given names that the other one has not.</summary>
    GivenNamesDiffer,

    /// <summary>The family names are different.</summary>
    FamilyNameDiffers,

    /// <summary>One side has only a part of the other one's double name.</summary>
    FamilyNameIncomplete,

    /// <summary>Von is not van.</summary>
    ParticlesDiffer,

    /// <summary>One part fits only with ü as UE, another one only with ü as U: nobody writes one name in two ways.</summary>
    SpellingsMixed,

    /// <summary>A character that DIN 91379 does not have.</summary>
    UnknownCharacter,
}
