namespace Modellstadt.Registers;

/// <summary>The reasons in English.</summary>
internal sealed class EnglishNameTexts : NameTexts
{
    public override string Explain(NameDifferenceKind kind, string registered, string written)
    {
        var sides = $"“{registered}” in the register, “{written}” in the document.";
        return kind switch
        {
            NameDifferenceKind.GivenNamesSpelled => $"Given name spelled differently: {sides} By DIN 91379 it is the same name.",
            NameDifferenceKind.GivenNamesJoined => $"Given names joined differently: {sides} It is the same name.",
            NameDifferenceKind.GivenNamesFewer => $"One side has fewer given names: {sides} The name that both have is the same.",
            NameDifferenceKind.FamilyNameSpelled => $"Family name spelled differently: {sides} By DIN 91379 it is the same name.",
            NameDifferenceKind.ParticleMissing => $"One side leaves out the particle: {sides} The name without it is the same.",
            NameDifferenceKind.NoGivenNames => $"A given name is missing: {sides} The family name alone is not enough.",
            NameDifferenceKind.NoFamilyName => $"A family name is missing: {sides}",
            NameDifferenceKind.GivenNamesDiffer => $"The given name is another one: {sides}",
            NameDifferenceKind.FamilyNameDiffers => $"The family name is another one: {sides}",
            NameDifferenceKind.FamilyNameIncomplete => $"A part of the family name is missing: {sides} The person may have changed their name; a certificate says so.",
            NameDifferenceKind.ParticlesDiffer => $"The particle is another one: {sides}",
            NameDifferenceKind.SpellingsMixed => $"The spelling changes within one name: {sides} One part fits only with ü as UE, the other one only with ü as U.",
            _ => $"A character is not part of DIN 91379 and cannot be compared: {sides} Please compare the name in the Latin spelling of the certificate.",
        };
    }
}
