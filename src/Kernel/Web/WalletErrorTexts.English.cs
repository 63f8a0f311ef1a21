namespace Modellstadt.Kernel.Web;

/// <summary>The errors of the wallet protocols in English.</summary>
internal sealed class EnglishWalletErrorTexts : WalletErrorTexts
{
    protected override string CodeNotValid => "The code is wrong, expired or used already. Open the town's page again and take the new code.";

    protected override string TimeToFetchIsOver => "The time to fetch it is over. Open the town's page again and start from there.";

    protected override string WalletTriesAgain => "The town wants a fresh proof. Your wallet repeats the step by itself; if nothing happens, open the offer again.";

    protected override string NotReadyYet => "The credential is not ready yet. Your wallet will ask again later; there is nothing you have to do.";

    protected override string KeyNotProved => "Your wallet could not prove that the key is its own. Set date and time of the device to automatic and try again.";

    protected override string WalletNotAccepted => "The town does not accept your wallet for this credential. Update the wallet or take another one.";

    protected override string NoSuchCredential => "This credential does not exist here, or no longer. Start again on the town's page.";

    protected override string NotIssued => "The town does not issue this credential. The page on which you started says why.";

    protected override string Declined => "You declined, or no credential in the wallet fits. Nothing was sent.";

    protected override string NotValidNow => "The credential has expired or is not valid yet. Fetch it again.";

    protected override string IssuerNotTrusted => "The town does not know who issued this credential. Show another one.";

    protected override string NotWhatWasAsked => "The wallet showed something else than was asked for. Try again and choose the credential that fits.";

    protected override string CredentialEnded => "The credential is blocked. Ask the office that issued it.";

    protected override string NotUnderstood => "Wallet and town did not understand each other. Update the wallet and start again; if that does not help, tell the citizen service the reference number.";

    protected override string NotVerifiable => "What the wallet showed could not be verified. Try again; if that does not help, tell the citizen service the reference number.";
}
