using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Verifier;

/// <summary>The module's words in English.</summary>
internal sealed class EnglishVerifierTexts : VerifierTexts
{
    public override string ShowInBrowser => "Show through the browser";

    public override string ShowInBrowserWords => "Your browser can ask your wallet itself, the one on your phone too. The answer then comes back to this page only.";

    public override string ShowInBrowserFailed => "Nothing was shown through the browser. Try again, or use the QR code.";

    public override string ShowInBrowserReference => "Reference:";

    public override RefusalText WalletSaidNo { get; } = new(
        "Nothing was shown",
        "Your wallet did not send the details: you said no, or it holds no card that fits.",
        "Start again, or first get the missing card into your wallet.");

    public override RefusalText AnswerNotVerifiable { get; } = new(
        "The card could not be checked",
        "What your wallet sent is incomplete or was changed on the way.",
        "Start again. If it stays like this, load the card into your wallet once more.");

    public override RefusalText IssuerNotTrusted { get; } = new(
        "This issuer is not accepted here",
        "The card you showed comes from somebody the town does not trust for this.",
        "Show a card that your town or the named authority has issued.");

    public override RefusalText CredentialExpired { get; } = new(
        "The card has expired",
        "The card you showed is no longer valid, or not valid yet.",
        "Get a new card into your wallet, then start again.");

    public override RefusalText CredentialRevoked { get; } = new(
        "The card is no longer valid",
        "The card you showed was revoked by its issuer.",
        "Get a new card into your wallet, or ask the issuer for the reason.");

    public override RefusalText CredentialSuspended { get; } = new(
        "The card is blocked at the moment",
        "The issuer has blocked the card you showed for the time being.",
        "Ask the issuer when it will be valid again.");

    public override RefusalText StatusUnknown { get; } = new(
        "Validity cannot be established right now",
        "The list that says whether the card is still valid cannot be reached at the moment.",
        "Try again in a few minutes. Your card is not affected.");

    public override RefusalText ClaimsMissing { get; } = new(
        "Details are missing",
        "The card you showed does not hold all the details that are needed here.",
        "Start again and choose the requested card in your wallet.");

    public override RefusalText AnswerUnknown { get; } = new(
        "This address leads nowhere",
        "There is no answer of a wallet for this way back (any more).",
        "Start again on the page of the service.");

    public override RefusalText AnswerTooOld { get; } = new(
        "Time is up",
        "Too much time has passed since your wallet answered; the details were deleted.",
        "Start again. It only takes a moment.");

    public override RefusalText AnswerAlreadyUsed { get; } = new(
        "Already done",
        "This answer of your wallet was used before; each one counts once.",
        "See whether your matter has already moved on, or start again.");

    public override RefusalText OtherBrowser { get; } = new(
        "Another browser",
        "This answer belongs to the browser in which you started.",
        "Go on there, or start again in this browser.");

    public override RefusalText CodeUnknown { get; } = new(
        "There is no such code",
        "No open request belongs to the code you typed: it is mistyped or has expired.",
        "Compare the code with the screen, or have a new one shown.");

    public override RefusalText QueryUnusable { get; } = new(
        "The query cannot be used",
        "dcql_query is not a valid DCQL query for SD-JWT credentials, or purpose is missing.",
        "Compare the query with OpenID4VP 1.0, section 6.");

    public override RefusalText FormatUnusable { get; } = new(
        "This format is not checked here",
        "dcql_query asks for a credential in a format that this city cannot check.",
        "Ask for dc+sd-jwt or mso_mdoc.");

    public override RefusalText AuthorityUnusable { get; } = new(
        "This kind of issuer condition is not checked here",
        "trusted_authorities names a kind that this city could not check itself.",
        "Name key identifiers (aki), or leave trusted_authorities out: every credential is checked against the city's own trust list.");

    public override RefusalText ClientIdPrefixUnusable { get; } = new(
        "The city does not ask under this name",
        "client_id_prefix is unknown, or the city lacks an attestation for it.",
        "Use x509_hash, x509_san_dns or redirect_uri. verifier_attestation needs verifier-attestation.jwt in the key folder.");

    public override RefusalText ResponseModeUnusable { get; } = new(
        "Nobody answers in this way",
        "response_mode is unknown.",
        "Use direct_post.jwt (encrypted) or, if there is no other way, direct_post.");

    public override RefusalText TransactionUnusable { get; } = new(
        "This declaration cannot be obtained",
        "transaction_data is of an unknown type, a member is missing or too many, or credential_ids does not fit the query.",
        "Use the type urn:modellstadt:transaction:declaration:1 with statement_de, statement_en and credential_ids.");

    public override RefusalText RegistrationExceeded { get; } = new(
        "The city is not registered for this",
        "The query asks for a credential or for claims that are not in the city's registration certificate.",
        "Ask only for what the city is registered for, or have the registration extended.");

    public override RefusalText PresentationUnknown { get; } = new(
        "There is no such presentation",
        "No presentation is stored under this identifier; finished ones are deleted after a short while.",
        "Create a new presentation.");
}
