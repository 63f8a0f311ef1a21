using Modellstadt.Kernel.Texts;

namespace Modellstadt.Kernel.Pages;

/// <summary>The words of the pieces that pages of several modules share.</summary>
internal abstract class PageTexts
{
    private static readonly PageTexts German = new GermanPageTexts();
    private static readonly PageTexts English = new EnglishPageTexts();

    public abstract string OnOtherDevice { get; }
    public abstract string OnThisDevice { get; }
    public abstract string ByBrowser { get; }
    public abstract string TypeCode { get; }
    public abstract string OpenWallet { get; }
    public abstract string LookAgain { get; }
    public abstract string Reference { get; }
    public abstract string ProblemType { get; }

    public static PageTexts For(Language language) => language is Language.German ? German : English;
}

/// <summary>Deutsch.</summary>
internal sealed class GermanPageTexts : PageTexts
{
    public override string OnOtherDevice => "Meine Wallet ist auf einem anderen Gerät";
    public override string OnThisDevice => "Meine Wallet ist auf diesem Gerät";
    public override string ByBrowser => "Der Browser soll meine Wallet fragen";
    public override string TypeCode => "Oder in der Wallet eintippen:";
    public override string OpenWallet => "In der Wallet auf diesem Gerät öffnen";
    public override string LookAgain => "Nachsehen, ob es weitergeht";
    public override string Reference => "Vorgang";
    public override string ProblemType => "Fehlerart";
}

/// <summary>English.</summary>
internal sealed class EnglishPageTexts : PageTexts
{
    public override string OnOtherDevice => "My wallet is on another device";
    public override string OnThisDevice => "My wallet is on this device";
    public override string ByBrowser => "Let the browser ask my wallet";
    public override string TypeCode => "Or type this into the wallet:";
    public override string OpenWallet => "Open in the wallet on this device";
    public override string LookAgain => "See whether it goes on";
    public override string Reference => "Reference";
    public override string ProblemType => "Kind of problem";
}
