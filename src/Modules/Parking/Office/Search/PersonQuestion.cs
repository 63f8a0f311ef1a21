using System.Globalization;

namespace Modellstadt.Parking.Office.Search;

/// <summary>Whose permit a clerk looks for, and why. Needs the name, the purpose, and one of birth date and address.</summary>
/// <param name="GivenNames">Given names.</param>
/// <param name="FamilyName">Family name.</param>
/// <param name="BirthDate">Date of birth, ISO; empty when the address is known.</param>
/// <param name="Address">Street and house number; empty when the birth date is known.</param>
/// <param name="Purpose">Why; is kept, the rest is not.</param>
internal sealed record PersonQuestion(string? GivenNames, string? FamilyName, string? BirthDate, string? Address, string? Purpose)
{
    private const int LongestText = 120;
    private const int LongestPurpose = 200;
    private const int ShortestPurpose = 3;

    /// <summary>The question as it can be asked; null when something is missing or too long.</summary>
    public AskedPerson? Asked()
    {
        if (Text(GivenNames, LongestText) is not { } given || Text(FamilyName, LongestText) is not { } family || Text(Purpose, LongestPurpose) is not { Length: >= ShortestPurpose } purpose)
            return null;
        if (Text(BirthDate, LongestText) is { } written)
            return DateOnly.TryParseExact(written, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var born) ? new AskedPerson(new(given, family), born, null, purpose) : null;
        return Text(Address, LongestText) is { } address && address.Any(char.IsAsciiDigit) ? new AskedPerson(new(given, family), null, address, purpose) : null;
    }

    private static string? Text(string? text, int longest) => text?.Trim() is { Length: > 0 } given && given.Length <= longest ? given : null;
}

/// <summary>A question with everything it needs.</summary>
/// <param name="Name">The name.</param>
/// <param name="Born">Date of birth; null when the address is to tell.</param>
/// <param name="Address">Street and house number; null when the birth date is to tell.</param>
/// <param name="Purpose">Why.</param>
internal sealed record AskedPerson(Registers.PersonName Name, DateOnly? Born, string? Address, string Purpose)
{
    /// <summary>The house number's digits.</summary>
    public string HouseDigits => string.Concat(Address!.SkipWhile(sign => !char.IsAsciiDigit(sign)).TakeWhile(char.IsAsciiDigit));
}
