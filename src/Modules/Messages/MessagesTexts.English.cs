namespace Modellstadt.Messages;

/// <summary>English.</summary>
internal sealed class EnglishMessagesTexts : MessagesTexts
{
    public override string Reference => "File number";
    public override string Day => "Date";
    public override string DemoOnPaper => "DEMO – made-up data, no legal effect";
    public override string DemoOnScreen => "Made-up data, no legal effect.";
    public override string PageOf(int page, int pages) => $"Page {page} of {pages}";
}
