using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Wallets;

/// <summary>The texts in English.</summary>
internal sealed class EnglishWalletsTexts : WalletsTexts
{
    public override RefusalText ProofRefused { get; } = new(
        "Wallet not recognised", "The wallet could not prove that it is the one.", "Set date and time of the device to automatic and try again.");

    public override RefusalText WalletUnknown { get; } = new(
        "Wallet unknown", "The town does not know this wallet, or no longer.", "Open the wallet; it registers anew.");

    public override RefusalText WalletLocked { get; } = new(
        "Wallet locked", "This wallet was locked with its emergency code.", "Set the wallet up anew and fetch your cards again.");

    public override RefusalText AlreadyRegistered { get; } = new(
        "Already registered", "Key or emergency code belong to a wallet already.", "Let the wallet make a new emergency code.");

    public override RefusalText Unreadable { get; } = new(
        "Not understood", "The wallet's message is not what the town expects.", "Update the wallet: close it and open it again.");

    public override RefusalText KeyNotProved { get; } = new(
        "Keys not proved", "The wallet could not prove that the new keys are its own.", "Set date and time of the device to automatic and try again.");

    public override RefusalText ListUnknown { get; } = new(
        "No list", "There is no list for what you gave.", "Check the emergency code; without a list you fetch your cards again one by one.");

    public override RefusalText ListChanged { get; } = new(
        "List changed meanwhile", "The list was changed from somewhere else meanwhile.", "The wallet loads the new state and tries again.");

    public override RefusalText VersionMissing { get; } = new(
        "State missing", "The wallet does not say which state of the list it knows.", "Update the wallet: close it and open it again.");

    public override RefusalText TooLong(int kilobytes) => new(
        "Too large", $"The wallet's message is too large; {kilobytes} kilobytes are taken.", "Delete cards in the wallet that you no longer need.");
}
