using Modellstadt.Kernel.Texts;

namespace Modellstadt.Parking.RegisterEvents;

/// <summary>What holders read after a register's change. Nothing about the person: mail is read on many screens.</summary>
internal abstract class RegisterEventTexts : ITexts<RegisterEventTexts>
{
    private static readonly RegisterEventTexts German = new GermanRegisterEventTexts();
    private static readonly RegisterEventTexts English = new EnglishRegisterEventTexts();

    public static RegisterEventTexts For(Language language) => language is Language.German ? German : English;

    public abstract string Subject { get; }
    public abstract string Link { get; }

    /// <summary>What happened.</summary>
    public abstract string Say(HolderNews news);

    /// <summary>What the holder can do now.</summary>
    public abstract string Next(HolderNews news);
}
