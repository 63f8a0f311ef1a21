using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;

namespace Modellstadt.App.Pages;

/// <summary>What the page shell says.</summary>
internal abstract class AppTexts
{
    private static readonly AppTexts German = new GermanAppTexts();
    private static readonly AppTexts English = new EnglishAppTexts();

    public static AppTexts For(Language language) => language is Language.German ? German : English;

    public abstract string SkipToContent { get; }

    public abstract string DemoBanner { get; }

    public abstract string DemoFooter(string town);

    public abstract string Services { get; }

    public abstract string Permit { get; }

    public abstract string CitizenId { get; }

    public abstract string Wallet { get; }

    public abstract string Imprint { get; }

    public abstract string Privacy { get; }

    public abstract string Accessibility { get; }

    public abstract string Staff { get; }

    public abstract string OtherLanguage { get; }

    public abstract string HomeTitle { get; }

    public abstract string HomeLead { get; }

    public abstract string ApplyForPermit { get; }

    public abstract string PermitCard { get; }

    public abstract string GetCitizenId { get; }

    public abstract string CitizenIdCard { get; }

    public abstract string OpenWallet { get; }

    public abstract string WalletCard { get; }

    public abstract string PhoneLost { get; }

    public abstract string DemoTitle { get; }

    public abstract string DemoLead { get; }

    public abstract string DemoCard { get; }

    public abstract string DemoCardWhy { get; }

    public abstract string DemoCitizenIdWhy { get; }

    public abstract string DemoPermitWhy { get; }

    public abstract string Warden { get; }

    public abstract string Office { get; }

    public abstract string DemoStaffWhy { get; }

    public abstract string SignOut { get; }

    public abstract string SignedInAs { get; }

    public abstract string StaffArea { get; }

    public abstract string Passkeys { get; }

    public abstract string Flows { get; }

    public abstract string ToStart { get; }

    public abstract string ProblemType { get; }

    public abstract string FlowId { get; }

    public abstract RefusalText FormNotUnderstood { get; }

    public abstract RefusalText NotAllowed { get; }

    public abstract RefusalText NoSuchPage { get; }

    public abstract RefusalText TooLarge { get; }

    public abstract RefusalText TooManyTries { get; }

    public abstract RefusalText OurFault { get; }
}
