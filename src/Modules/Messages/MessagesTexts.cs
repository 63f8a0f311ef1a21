using Modellstadt.Kernel.Texts;

namespace Modellstadt.Messages;

/// <summary>What this module says to people.</summary>
internal abstract class MessagesTexts : ITexts<MessagesTexts>
{
    private static readonly MessagesTexts German = new GermanMessagesTexts();
    private static readonly MessagesTexts English = new EnglishMessagesTexts();

    public abstract string Reference { get; }
    public abstract string Day { get; }
    public abstract string DemoOnPaper { get; }
    public abstract string DemoOnScreen { get; }
    public abstract string PageOf(int page, int pages);

    public static MessagesTexts For(Language language) => language is Language.German ? German : English;
}
