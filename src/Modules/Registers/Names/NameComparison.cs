using Modellstadt.Kernel.Texts;

namespace Modellstadt.Registers;

/// <summary>
/// How well a name of the register and a name in a document fit, and why. The reasons exist exactly when the names are not
/// letter by letter the same; of a <see cref="NameMatch.No"/> they are those that part the names.
/// </summary>
/// <param name="Match">How well they fit.</param>
/// <param name="Differences">Every reason, given names first; empty for <see cref="NameMatch.Exact"/>.</param>
public sealed record NameComparison(NameMatch Match, IReadOnlyList<NameDifference> Differences)
{
    private static readonly NameComparison Exact = new(NameMatch.Exact, []);

    /// <summary>Compares by the rules of <see cref="PersonNames"/>.</summary>
    /// <param name="registered">The name in the register.</param>
    /// <param name="written">The name in the document; swapping both changes the sides in the reasons and nothing else.</param>
    public static NameComparison Of(PersonName registered, PersonName written)
    {
        ArgumentNullException.ThrowIfNull(registered);
        ArgumentNullException.ThrowIfNull(written);
        var (one, other) = (Composed(registered), Composed(written));
        if (one == other)
            return Exact;
        if (SpelledName.InSearchForm(one) is not { } oneSearched || SpelledName.InSearchForm(other) is not { } otherSearched)
            return new NameComparison(NameMatch.No, [Unknown(one, other)]);

        var searched = PersonNames.Differences(oneSearched, otherSearched);
        if (!searched.Any(difference => difference.Parts))
            return new NameComparison(NameMatch.Probable, searched);

        var based = PersonNames.Differences(SpelledName.InBaseLetters(one)!, SpelledName.InBaseLetters(other)!);
        return based.Any(difference => difference.Parts)
            ? new NameComparison(NameMatch.No, WhatParts(one, other, searched, based))
            : new NameComparison(NameMatch.Probable, based);
    }

    /// <summary>The reasons as plain sentences, one after the other; empty when the names are letter by letter the same.</summary>
    public string In(Language language) => string.Join(' ', Differences.Select(difference => difference.In(language)));

    /// <summary>What parts the names in both spellings; when each part fits in one of them, that is the reason.</summary>
    private static NameDifference[] WhatParts(PersonName one, PersonName other, IReadOnlyList<NameDifference> searched, IReadOnlyList<NameDifference> based)
    {
        NameDifference[] parting = [.. searched.Where(difference => difference.Parts && based.Any(again => again.Parts && again.IsAboutGivenNames == difference.IsAboutGivenNames))];
        return parting is [] ? [new NameDifference(NameDifferenceKind.SpellingsMixed, one.Display, other.Display)] : parting;
    }

    private static NameDifference Unknown(PersonName one, PersonName other) =>
        new(NameDifferenceKind.UnknownCharacter, NameCharacters.FirstUnknown(one.Display) ?? "", NameCharacters.FirstUnknown(other.Display) ?? "");

    private static PersonName Composed(PersonName name) =>
        new(NameCharacters.Compose(name.GivenNames), NameCharacters.Compose(name.FamilyName));
}
