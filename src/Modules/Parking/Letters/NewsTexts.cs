using Modellstadt.Kernel.Texts;

namespace Modellstadt.Parking.Letters;

/// <summary>What messages about permits say. Subjects say nothing about a person: they stand on locked screens.</summary>
internal abstract class NewsTexts : ITexts<NewsTexts>
{
    private static readonly NewsTexts German = new GermanNewsTexts();
    private static readonly NewsTexts English = new EnglishNewsTexts();

    public static NewsTexts For(Language language) => language is Language.German ? German : English;

    public abstract string EmailLabel { get; }
    public abstract string EmailHint { get; }
    public abstract string SubjectOf(NewsKind kind);
    public abstract string WordsOf(NewsKind kind, string number, string until);
    public abstract string LinkOf(NewsKind kind);
}
