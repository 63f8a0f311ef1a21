namespace Modellstadt.Registers;

/// <summary>How well two names fit.</summary>
public enum NameMatch
{
    /// <summary>Not the same name.</summary>
    No,

    /// <summary>The same name by the rules for different ways of writing it; needs the same birth date as well.</summary>
    Probable,

    /// <summary>Letter by letter the same.</summary>
    Exact,
}

/// <summary>
/// Compares names by the rules of DIN 91379: in their search form, so that signs above and below letters, ß and ss, ü and ue
/// do not part a person from the register. Documents also leave out or move particles (<c>von der</c>), join or part names
/// differently, and carry one given name of several.
/// </summary>
public static class PersonNames
{
    /// <summary>How well two names fit. A family name alone never fits, and characters outside the standard fit nothing but themselves.</summary>
    public static NameMatch Match(PersonName one, PersonName other) => NameComparison.Of(one, other).Match;

    /// <summary>In what two names of one spelling are not the same.</summary>
    internal static IReadOnlyList<NameDifference> Differences(SpelledName one, SpelledName other) =>
        [.. new[] { GivenNames(one, other), FamilyName(one, other) }.OfType<NameDifference>()];

    /// <summary>The same names however joined (<c>Karl-Heinz</c>, <c>Karl Heinz</c>), or all names of one side among those of the other (the Rufname).</summary>
    private static NameDifference? GivenNames(SpelledName one, SpelledName other)
    {
        if (one.GivenNames.Count == 0 || other.GivenNames.Count == 0)
            return Different(NameDifferenceKind.NoGivenNames);
        if (one.Original.GivenNames == other.Original.GivenNames)
            return null;
        if (one.GivenNames.SequenceEqual(other.GivenNames))
            return Different(NameDifferenceKind.GivenNamesSpelled);
        if (string.Concat(one.GivenNames) == string.Concat(other.GivenNames))
            return Different(NameDifferenceKind.GivenNamesJoined);

        return Different(one.GivenNames.All(other.GivenNames.Contains) || other.GivenNames.All(one.GivenNames.Contains) ? NameDifferenceKind.GivenNamesFewer : NameDifferenceKind.GivenNamesDiffer);

        NameDifference Different(NameDifferenceKind kind) => new(kind, one.Original.GivenNames, other.Original.GivenNames);
    }

    /// <summary>Particles may be missing on one side; <c>von</c> is not <c>van</c>.</summary>
    private static NameDifference? FamilyName(SpelledName one, SpelledName other)
    {
        if (one.FamilyName.Length == 0 || other.FamilyName.Length == 0)
            return Different(NameDifferenceKind.NoFamilyName);
        if (one.Original.FamilyName == other.Original.FamilyName)
            return null;
        if (one.FamilyName != other.FamilyName)
            return Different(IsPart(one, other) || IsPart(other, one) ? NameDifferenceKind.FamilyNameIncomplete : NameDifferenceKind.FamilyNameDiffers);
        if (one.Particles == other.Particles)
            return Different(NameDifferenceKind.FamilyNameSpelled);

        return Different(one.Particles.Length == 0 || other.Particles.Length == 0 ? NameDifferenceKind.ParticleMissing : NameDifferenceKind.ParticlesDiffer);

        NameDifference Different(NameDifferenceKind kind) => new(kind, one.Original.FamilyName, other.Original.FamilyName);
    }

    private static bool IsPart(SpelledName part, SpelledName whole) => part.FamilyWords.Count < whole.FamilyWords.Count && part.FamilyWords.All(whole.FamilyWords.Contains);
}
