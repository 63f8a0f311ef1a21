namespace Modellstadt.Kernel.Texts;

/// <summary>A language the town speaks. Texts are an abstract class per module with one sealed subclass per language, so that a missing text does not compile.</summary>
public enum Language
{
    /// <summary>Deutsch.</summary>
    German,

    /// <summary>English.</summary>
    English,
}

/// <summary>Language tags.</summary>
public static class Languages
{
    /// <summary>The BCP 47 tag: <c>de</c> or <c>en</c>.</summary>
    public static string Tag(this Language language) => language is Language.German ? "de" : "en";

    /// <summary>The culture used for dates and amounts of money: German dates for German readers, British for English ones.</summary>
    public static System.Globalization.CultureInfo Culture(this Language language) =>
        System.Globalization.CultureInfo.GetCultureInfo(language is Language.German ? "de-DE" : "en-GB");

    /// <summary>The language of a tag such as <c>de-AT</c>; null when the town does not speak it.</summary>
    public static Language? FromTag(string? tag) => tag switch
    {
        not null when tag.StartsWith("de", StringComparison.OrdinalIgnoreCase) => Language.German,
        not null when tag.StartsWith("en", StringComparison.OrdinalIgnoreCase) => Language.English,
        _ => null,
    };
}

/// <summary>A short text in both languages, for facts that come from data.</summary>
public sealed record LocalizedText(string German, string English)
{
    /// <summary>The text in one language.</summary>
    public string In(Language language) => language is Language.German ? German : English;
}
