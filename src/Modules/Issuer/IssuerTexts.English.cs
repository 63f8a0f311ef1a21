using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Issuer;

/// <summary>The module's words in English.</summary>
internal sealed class EnglishIssuerTexts : IssuerTexts
{
    public override RefusalText NotAHolderCode { get; } = new(
        "This is not a permit code",
        "The scanned code does not come from a permit of the town.",
        "Ask to see the permit in the app and scan the code there.");

    public override RefusalText UnknownHolderCode { get; } = new(
        "This code is not genuine",
        "The town has issued no permit to which this code belongs.",
        "Check the number plate: a valid permit is found by it, too.");

    public override RefusalText OldHolderCode { get; } = new(
        "This code is too old",
        "A code is good for two minutes; this one is older, perhaps a photograph.",
        "Ask to see the permit in the app: it makes a new code every 30 seconds.");

    public override RefusalText FutureHolderCode { get; } = new(
        "The phone's clock is ahead",
        "The code bears a time that has not come yet.",
        "Check the number plate, or ask to set the phone's clock to automatic.");

    public override RefusalText EndedCredential { get; } = new(
        "This permit is no longer valid",
        "The code is genuine, but the permit has expired, was revoked or was replaced by a new one.",
        "Check the number plate: there may be a new permit.");

    public override RefusalText SuspendedCredential { get; } = new(
        "This permit is suspended",
        "The code is genuine, but the town has suspended the permit for the time being.",
        "Check the number plate: the right to park is what the town's list says.");

    public override RefusalText IncompleteOffer { get; } = new(
        "The offer is incomplete",
        "credential_configuration_id, claims and subject (1 to 200 characters) are needed.",
        "Add what is missing; the OpenAPI document describes it.");

    public override RefusalText UnknownCredentialType { get; } = new(
        "There is no such credential",
        "No issuer of this town knows credential_configuration_id.",
        "Read the issuers' metadata; it lists the possible values.");

    public override RefusalText ReservedClaim { get; } = new(
        "A claim is reserved to the issuer",
        "iss, iat, nbf, exp, vct, cnf and status are set by the issuer itself; _sd, _sd_alg and ... belong to the format.",
        "Leave these claims out.");

    public override RefusalText UnknownOffer { get; } = new(
        "There is no such offer",
        "Nothing was offered under this id.",
        "Check the id from the answer to its creation.");

    public override RefusalText UnknownSubject { get; } = new(
        "Nobody has this credential",
        "Nothing was ever offered to this subject.",
        "Check the subject: it is the one given with the offer.");

    public override RefusalText UnknownStatus { get; } = new(
        "There is no such status",
        "status is none of valid, suspended and revoked.",
        "Send one of these three.");

    public override RefusalText OfferDecided { get; } = new(
        "This offer was decided otherwise",
        "It has been released or refused already; a decision cannot be turned round.",
        "Revoke the credential, or offer it anew.");

    public override RefusalText OfferGone { get; } = new(
        "This offer is no longer there",
        "The card has been fetched already, or the offer has ended.",
        "Open the page where you saw the code once more: it shows a new one.");

    public override RefusalText RequestEnded { get; } = new(
        "This request has ended",
        "The wallet's request was answered already, has expired, or was opened in another browser.",
        "Start again in your wallet.");

    public override RefusalText BrokenRequest { get; } = new(
        "The wallet's request cannot be read",
        "Your wallet sent a request that does not follow the rules, so the town gives nothing out.",
        "Update your wallet or use another one; its makers find the reason under the number below.");

    public override RefusalText StartAtTheTown { get; } = new(
        "Please start at the town",
        "This credential is given out at the end of an online service of the town.",
        "Open the service on the town's start page; at its end your wallet fetches the credential.");

    public override RefusalText WrongTransactionCode { get; } = new(
        "The code is not right",
        "The code that you were told is missing or was typed wrongly.",
        "Type it again; after five wrong codes the offer ends.");

    public override string DecisionTitle => "A wallet asks";

    public override string GrantWallet => "Yes, give it to the wallet";

    public override string RefuseWallet => "No, give it nothing";

    public override string TransactionCodeLabel => "Code";

    public override string WayBackTitle => "Back to your wallet";

    public override string WayBackWords => "It goes on in your wallet. If it does not open by itself, use the button.";

    public override string WayBack => "Open the wallet";

    public override string TransactionCodeHint(int digits) => $"The {digits} digits that the town told you on another way.";

    public override string WalletAsks(string? wallet, string credential) => wallet is null
        ? $"A wallet asks for: {credential}"
        : $"The wallet “{wallet}” asks for: {credential}";

    public override string WalletDestination(string destination) => $"It would go to {destination}. Go on only if you started this yourself, in your own wallet.";
}
