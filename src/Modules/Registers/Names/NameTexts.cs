using Modellstadt.Kernel.Texts;

namespace Modellstadt.Registers;

/// <summary>Why two names fit or do not.</summary>
internal abstract class NameTexts : ITexts<NameTexts>
{
    private static readonly NameTexts German = new GermanNameTexts();
    private static readonly NameTexts English = new EnglishNameTexts();

    public static NameTexts For(Language language) => language is Language.German ? German : English;

    /// <summary>One or two sentences about one difference; both sides as people can see them.</summary>
    public abstract string Explain(NameDifferenceKind kind, string registered, string written);
}
