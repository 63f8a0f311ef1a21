namespace Modellstadt.Messages;

/// <summary>Deutsch.</summary>
internal sealed class GermanMessagesTexts : MessagesTexts
{
    public override string Reference => "Aktenzeichen";
    public override string Day => "Datum";
    public override string DemoOnPaper => "DEMO – erfundene Daten, keine rechtliche Wirkung";
    public override string DemoOnScreen => "Erfundene Daten, keine rechtliche Wirkung.";
    public override string PageOf(int page, int pages) => $"Seite {page} von {pages}";
}
