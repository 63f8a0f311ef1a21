using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;

namespace Modellstadt.Accounts.Citizens;

/// <summary>What citizens read in English when they sign in.</summary>
internal sealed class EnglishCitizenTexts : CitizenTexts
{
    public override string SignInTitle => "Sign in to the town";

    public override string SignInLead => "Show your citizen ID. On a phone your wallet opens; at a computer you scan a code with your phone.";

    public override string StepUpTitle => "Please show your citizen ID";

    public override string SignedInWith(MeansKind means) => means is MeansKind.Passkey ? "You are signed in with a passkey." : "You are signed in with the citizen ID.";

    public override string StepUpLead => "For this step please show your citizen ID: it changes rights or tells much about you, and a passkey alone does not say surely enough that it is you.";

    public override string GoOn => "Continue";

    public override string SignOut => "Sign out";

    public override string PasskeyTitle => "With a passkey";

    public override string PasskeyLead => "Whoever has added a passkey sees with it what the town keeps. What changes rights needs the citizen ID.";

    public override string ToPasskey => "Sign in with a passkey";

    public override string AccountTitle => "My account";

    public override string AccountOf(string town) => $"Citizen's account, {town}";

    public override string LevelWords(AssuranceLevel level) => level >= AssuranceLevel.Substantial ? "With it you can see and change." : "With it you can see and renew; to change something, show the citizen ID.";

    public override string MeansTitle => "How you sign in";

    public override string NameOf(MeansKind kind, string name) => kind is MeansKind.Passkey ? $"Passkey “{name}”" : name.Length > 0 ? $"Citizen ID of {name}" : "Citizen ID";

    public override string CitizenIdStays => "The citizen ID always stays a way in. When the phone is lost, lock the wallet and get the citizen ID anew: it stays the same account.";

    public override string LastPasskeyWarning => "This is your last passkey. Without it you sign in with the citizen ID only.";

    public override string AddLead => "With a passkey you sign in by fingerprint, face or PIN of your device, also when the wallet is not at hand. You can add it within 10 minutes after showing the citizen ID.";

    public override string PasskeyNotMade => "No passkey was added. Show the citizen ID once more and then try again at once.";

    public override string PasskeyNameHint => "For example “My phone”";

    public override string SignInsTitle => "Your sign-ins";

    public override string SignInsLead => "The last 90 days. If there is one that was not you: sign out everywhere and lock your wallet.";

    public override string SignIn(DateTimeOffset at, string means, bool runs) => string.Create(Language.English.Culture(), $"{at:d} at {at:t}, {means}{(runs ? ", still signed in" : "")}");

    public override string SignOutEverywhere => "Sign out everywhere";

    public override string Kept => "The account holds no name. The account of whoever does not sign in for two years is deleted; showing the citizen ID again makes a new one.";

    public override RefusalText PasskeyNotRecognized { get; } = new(
        "The passkey was not recognized",
        "No account here knows this passkey, it was removed, or the sign-in took longer than five minutes.",
        "Try once more, or sign in with the citizen ID.");

    public override RefusalText FreshSignInNeeded { get; } = new(
        "For this please show your citizen ID",
        "Only whoever has shown the citizen ID adds or removes a passkey; to add one, within the last 10 minutes.",
        "Sign in with the citizen ID and then try again at once.");
}
