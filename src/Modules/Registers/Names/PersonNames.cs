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
    public static NameMatch Match(PersonName one, PersonName other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        if (Composed(one) == Composed(other))
            return NameMatch.Exact;

        return Fit(SpelledName.InSearchForm(one), SpelledName.InSearchForm(other)) || Fit(SpelledName.InBaseLetters(one), SpelledName.InBaseLetters(other))
            ? NameMatch.Probable
            : NameMatch.No;
    }

    private static bool Fit(SpelledName? one, SpelledName? other) =>
        one is not null && other is not null
        && one.FamilyName == other.FamilyName && one.FamilyName.Length > 0
        && ParticlesFit(one.Particles, other.Particles)
        && GivenNamesFit(one.GivenNames, other.GivenNames);

    /// <summary>Particles may be missing on one side; <c>von</c> is not <c>van</c>.</summary>
    private static bool ParticlesFit(string one, string other) => one == other || one.Length == 0 || other.Length == 0;

    /// <summary>The same names however joined (<c>Karl-Heinz</c>, <c>Karl Heinz</c>), or all names of one side among those of the other (the Rufname).</summary>
    private static bool GivenNamesFit(IReadOnlyList<string> one, IReadOnlyList<string> other) =>
        one.Count > 0 && other.Count > 0
        && (string.Concat(one) == string.Concat(other) || one.All(other.Contains) || other.All(one.Contains));

    private static PersonName Composed(PersonName name) =>
        new(NameCharacters.Compose(name.GivenNames), NameCharacters.Compose(name.FamilyName));
}
