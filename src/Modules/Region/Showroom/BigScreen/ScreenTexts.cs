using Modellstadt.Kernel.Texts;

namespace Modellstadt.Region.Showroom.BigScreen;

/// <summary>What stands on the big screen and is said nowhere else in the showroom.</summary>
internal abstract class ScreenTexts : ITexts<ScreenTexts>
{
    private static readonly ScreenTexts German = new GermanScreenTexts();
    private static readonly ScreenTexts English = new EnglishScreenTexts();

    public abstract string Title { get; }
    public abstract string Controls { get; }
    public abstract string Pause { get; }
    public abstract string Resume { get; }
    public abstract string Next { get; }
    public abstract string Leave { get; }
    public abstract string Themes { get; }
    public abstract string GuidingThemes { get; }
    public abstract string MoneyByTown { get; }
    public abstract string LanguageName { get; }

    public static ScreenTexts For(Language language) => language is Language.German ? German : English;

    /// <summary>Which picture of the tour is seen.</summary>
    public abstract string Place(int number, int all);

    /// <summary>That not all projects have room.</summary>
    public abstract string More(int projects);
}
