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

    public override RefusalText CodeMistyped { get; } = new(
        "Mistyped?", "This is no emergency code: a character is wrong or missing. Nothing was looked up and nothing was locked.", "Compare each group with your printout and try again.");

    public override RefusalText CodeUnknown { get; } = new(
        "No wallet found", "There is no wallet with this code. Nothing was locked.", "Take the code of the newest wallet, or have the citizen ID blocked at the citizen service.");

    public override RefusalText MailboxUnknown { get; } = new(
        "Move has ended", "The connection between the two phones no longer counts or was used already.", "Let the new phone show a new code and scan it.");

    public override RefusalText PushAddressRefused { get; } = new(
        "Notices not possible", "The town does not know the service through which this browser gets notices.", "You still see notices as soon as you open the wallet.");

    public override RefusalText ListUnknown { get; } = new(
        "No list", "There is no list for what you gave.", "Check the emergency code; without a list you fetch your cards again one by one.");

    public override RefusalText ListChanged { get; } = new(
        "List changed meanwhile", "The list was changed from somewhere else meanwhile.", "The wallet loads the new state and tries again.");

    public override RefusalText VersionMissing { get; } = new(
        "State missing", "The wallet does not say which state of the list it knows.", "Update the wallet: close it and open it again.");

    public override RefusalText TooLong(int kilobytes) => new(
        "Too large", $"The wallet's message is too large; {kilobytes} kilobytes are taken.", "Delete cards in the wallet that you no longer need.");

    public override string LockTitle => "Lock a lost wallet";
    public override string LockLead => "Phone gone? With the emergency code you lock the wallet on it, from any device. You do not have to sign in.";
    public override string CodeLabel => "Emergency code";
    public override string CodeHint => "21 characters, as on your printout. Capitals or not, with or without hyphens; O and 0, I and 1 count as the same.";
    public override string LockButton => "Lock the wallet now";
    public override string WithoutCode => "No code left? Then the citizen service blocks your citizen ID; bring your identity card.";
    public override string Locked => "The wallet is locked";
    public override string WhatHappened => "What has happened now";
    public override string NoMoreAttestations => "The town no longer vouches for this wallet: it gets no new cards that only attested wallets get.";
    public override string CardsEnd => "All cards of the town that the wallet had reported stop counting on the old device within seconds and cannot be renewed there.";
    public override string OldDeviceIsTold => "The old device gets a notice as soon as it is online.";
    public override string PermitStays => "Your right to park stays: it lies with the number plate, not with the phone.";
    public override string OtherIssuers => "Cards of other issuers are blocked by those issuers only. Your list says which they were.";
    public override string HowToGetBack => "How you get everything back";
    public override string OpenNewWallet => "Open the wallet on the new device.";
    public override string TypeCodeThere => "Choose \"Restore\" there and type the same code: the wallet finds the list of your cards.";
    public override string FetchAgain => "Fetch the cards anew: the citizen ID with your identity card, the permit with the citizen ID. The code alone opens no card.";
    public override string NewCode => "The new wallet shows you a new emergency code. Keep it; then you no longer need the old one.";
    public override string ToWallet => "Open the wallet";

    public override string LockedAt(string at) => $"Locked on {at}. Locking it again changes nothing.";
}
