namespace Modellstadt.Registers;

/// <summary>The reasons in German.</summary>
internal sealed class GermanNameTexts : NameTexts
{
    public override string Explain(NameDifferenceKind kind, string registered, string written)
    {
        var sides = $"„{registered}“ im Register, „{written}“ im Dokument.";
        return kind switch
        {
            NameDifferenceKind.GivenNamesSpelled => $"Vorname anders geschrieben: {sides} Nach DIN 91379 ist das derselbe Name.",
            NameDifferenceKind.GivenNamesJoined => $"Vornamen anders verbunden: {sides} Das ist derselbe Name.",
            NameDifferenceKind.GivenNamesFewer => $"Eine Seite nennt weniger Vornamen: {sides} Der genannte Vorname stimmt.",
            NameDifferenceKind.FamilyNameSpelled => $"Familienname anders geschrieben: {sides} Nach DIN 91379 ist das derselbe Name.",
            NameDifferenceKind.ParticleMissing => $"Auf einer Seite fehlt der Namenszusatz: {sides} Der Name ohne Zusatz stimmt.",
            NameDifferenceKind.NoGivenNames => $"Ein Vorname fehlt: {sides} Der Familienname allein genügt nicht.",
            NameDifferenceKind.NoFamilyName => $"Ein Familienname fehlt: {sides}",
            NameDifferenceKind.GivenNamesDiffer => $"Der Vorname ist ein anderer: {sides}",
            NameDifferenceKind.FamilyNameDiffers => $"Der Familienname ist ein anderer: {sides}",
            NameDifferenceKind.FamilyNameIncomplete => $"Ein Teil des Familiennamens fehlt: {sides} Vielleicht hat die Person ihren Namen geändert; das steht in einer Urkunde.",
            NameDifferenceKind.ParticlesDiffer => $"Der Namenszusatz ist ein anderer: {sides}",
            NameDifferenceKind.SpellingsMixed => $"Die Schreibweise wechselt im selben Namen: {sides} Ein Teil passt nur mit ü als UE, der andere nur mit ü als U.",
            _ => $"Ein Zeichen gehört nicht zu DIN 91379 und lässt sich nicht vergleichen: {sides} Bitte den Namen in der lateinischen Schreibweise der Urkunde vergleichen.",
        };
    }
}
