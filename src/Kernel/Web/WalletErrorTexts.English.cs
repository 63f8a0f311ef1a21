namespace Modellstadt.Kernel.Web;

/// <summary>The errors of the wallet protocols in English.</summary>
internal sealed class EnglishWalletErrorTexts : WalletErrorTexts
{
    private protected override string CodeNotValid => "The code is wrong, expired or used already. Open the town's page again and take the new code.";
    private protected override string TimeToFetchIsOver => "The time to fetch it is over. Open the town's page again and start from there.";
    private protected override string WalletTriesAgain => "The town wants a fresh proof. Your wallet repeats the step by itself; if nothing happens, open the offer again.";
    private protected override string NotReadyYet => "The credential is not ready yet. Your wallet will ask again later; there is nothing you have to do.";
    private protected override string KeyNotProved => "Your wallet could not prove that the key is its own. Set date and time of the device to automatic and try again.";
    private protected override string WalletNotAccepted => "The town does not accept your wallet for this credential. Update the wallet or take another one.";
    private protected override string NoSuchCredential => "This credential does not exist here, or no longer. Start again on the town's page.";
    private protected override string NotIssued => "The town does not issue this credential. The page on which you started says why.";
    private protected override string Declined => "You declined, or no credential in the wallet fits. Nothing was sent.";
    private protected override string NotValidNow => "The credential has expired or is not valid yet. Fetch it again.";
    private protected override string IssuerNotTrusted => "The town does not know who issued this credential. Show another one.";
    private protected override string NotWhatWasAsked => "The wallet showed something else than was asked for. Try again and choose the credential that fits.";
    private protected override string CredentialEnded => "The credential is blocked. Ask the office that issued it.";
    private protected override string NotUnderstood => "Wallet and town did not understand each other. Update the wallet and start again; if that does not help, tell the citizen service the reference number.";
    private protected override string NotVerifiable => "What the wallet showed could not be verified. Try again; if that does not help, tell the citizen service the reference number.";
}
