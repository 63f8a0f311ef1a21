using Modellstadt.Kernel.Texts;
using Modellstadt.Kernel.Towns;
using Modellstadt.Messages;

namespace Modellstadt.Parking.Letters;

/// <summary>The office as sender of letters.</summary>
internal static class OfficeSender
{
    /// <summary>Name and address as configured; without configuration the town's name alone.</summary>
    public static LetterSender Of(LetterOptions office, TownOptions town, Language language)
    {
        var (telephone, email) = language is Language.German ? ("Telefon", "E-Mail") : ("Telephone", "E-mail");
        return new LetterSender(
            new PostalAddress(office.Name ?? $"Stadt {town.Name}", office.Street ?? "", office.PostalCode ?? "", town.Name),
            [.. office.Telephone is { } number ? [new LetterRow(telephone, number)] : Array.Empty<LetterRow>(), .. office.Email is { } address ? [new LetterRow(email, address)] : Array.Empty<LetterRow>()]);
    }
}
