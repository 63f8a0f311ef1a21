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
}
