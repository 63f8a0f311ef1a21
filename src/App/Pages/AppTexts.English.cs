using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.App.Pages;

/// <summary>The shell in English.</summary>
internal sealed class EnglishAppTexts : AppTexts
{
    public override string SkipToContent => "Skip to content";

    public override string DemoBanner => "All persons, cards and registers here are made up.";

    public override string DemoFooter(string town) => $"A demonstration of the open software Modellstadt, not a service of the city of {town}.";

    public override string Services => "Services";

    public override string Permit => "Resident parking permit";

    public override string CitizenId => "Citizen ID";

    public override string Wallet => "Wallet";

    public override string Imprint => "Imprint";

    public override string Privacy => "Privacy";

    public override string Accessibility => "Accessibility";

    public override string Staff => "Staff sign-in";

    public override string OtherLanguage => "Deutsch";

    public override string HomeTitle => "Your town, right on your phone";

    public override string HomeLead => "Apply for your resident parking permit and have it on your phone at once: no appointment, no paper, no typing.";

    public override string ApplyForPermit => "Apply for a resident parking permit";

    public override string PermitCard => "With the citizen ID the town knows your address and your parking zone. You confirm vehicle and term; the permit arrives in your wallet.";

    public override string GetCitizenId => "Get your citizen ID";

    public override string CitizenIdCard => "Show once with your ID card who you are. From then on one tap is enough when the town has to know you.";

    public override string OpenWallet => "Open the wallet";

    public override string WalletCard => "Your cards on the phone: at every question you see who wants to know what, and you decide. The permit shows even without network.";

    public override string PhoneLost => "Phone lost? Lock your wallet";

    public override string DemoTitle => "How to try it out";

    public override string DemoLead => "Four steps, about two minutes. Take a made-up person; no real data is asked for anywhere.";

    public override string DemoCard => "Put a made-up ID card into the wallet";

    public override string DemoCardWhy => "Stands for the national ID card on the phone.";

    public override string DemoCitizenIdWhy => "The town finds the person in the made-up resident register and issues the citizen ID.";

    public override string DemoPermitWhy => "Show, confirm, done.";

    public override string Warden => "Warden";

    public override string Office => "Clerk";

    public override string DemoStaffWhy => "Check the permit in the street or revoke it in the office. The DEMO sign-in takes one click.";

    public override string SignOut => "Sign out";

    public override string SignedInAs => "Signed in as";

    public override string StaffArea => "Staff";

    public override string Passkeys => "My passkeys";

    public override string Flows => "Flows";

    public override string ToStart => "To the start page";

    public override string ProblemType => "Kind of problem";

    public override string FlowId => "Reference number for questions";

    public override RefusalText FormNotUnderstood { get; } = new(
        "We could not accept this input",
        "The form was incomplete or had been open for too long. Nothing has been stored.",
        "Go back one page, reload it and send the form again.");

    public override RefusalText NotAllowed { get; } = new(
        "Your account may not open this page",
        "It belongs to another task in the town administration.",
        "Sign in with the account for this task, or ask your administrator.");

    public override RefusalText NoSuchPage { get; } = new(
        "This page does not exist",
        "The address is misspelt, or the page has been removed.",
        "Begin at the start page; it leads to every service.");

    public override RefusalText TooLarge { get; } = new(
        "That was too much at once",
        "What was sent is larger than this page accepts. Nothing has been stored.",
        "Shorten your input and send it again.");

    public override RefusalText TooManyTries { get; } = new(
        "Too many tries",
        "A great many requests came from your connection in a short time.",
        "Wait a minute, then try again.");

    public override RefusalText OurFault { get; } = new(
        "This did not work on our side",
        "The fault is the town's, not yours. Whatever you completed before has been stored.",
        "Try again in a minute. If it stays like this, tell the citizens' office the reference number.");
}
