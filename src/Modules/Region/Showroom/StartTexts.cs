using Modellstadt.Kernel.Texts;

namespace Modellstadt.Region.Showroom;

/// <summary>What the start page says about the town's own projects, and how guiding themes are spoken of.</summary>
internal abstract class StartTexts : ITexts<StartTexts>
{
    private static readonly StartTexts German = new GermanStartTexts();
    private static readonly StartTexts English = new EnglishStartTexts();

    public abstract string ThemesLead { get; }
    public abstract string NoTheme { get; }
    public abstract string NoThemeHint { get; }
    public abstract string AllTowns { get; }
    public abstract string Figures { get; }
    public abstract string More { get; }

    public static StartTexts For(Language language) => language is Language.German ? German : English;

    /// <summary>Themes of the town for which no project was found.</summary>
    public abstract string Empty(string themes);

    public abstract string Title(string town);

    public abstract string Lead(string town);
}
