using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;

namespace Modellstadt.Verifier;

/// <summary>Every word of the verifier that a person reads.</summary>
internal abstract class VerifierTexts : ITexts<VerifierTexts>
{
    private static readonly VerifierTexts German = new GermanVerifierTexts();
    private static readonly VerifierTexts English = new EnglishVerifierTexts();

    public abstract string ShowInBrowser { get; }

    public abstract string ShowInBrowserWords { get; }

    public abstract string ShowInBrowserFailed { get; }

    public abstract string ShowInBrowserReference { get; }

    public abstract RefusalText WalletSaidNo { get; }

    public abstract RefusalText AnswerNotVerifiable { get; }

    public abstract RefusalText IssuerNotTrusted { get; }

    public abstract RefusalText CredentialExpired { get; }

    public abstract RefusalText CredentialRevoked { get; }

    public abstract RefusalText CredentialSuspended { get; }

    public abstract RefusalText StatusUnknown { get; }

    public abstract RefusalText ClaimsMissing { get; }

    public abstract RefusalText AnswerUnknown { get; }

    public abstract RefusalText AnswerTooOld { get; }

    public abstract RefusalText AnswerAlreadyUsed { get; }

    public abstract RefusalText OtherBrowser { get; }

    public abstract RefusalText CodeUnknown { get; }

    public abstract RefusalText QueryUnusable { get; }

    public abstract RefusalText FormatUnusable { get; }

    public abstract RefusalText AuthorityUnusable { get; }

    public abstract RefusalText ClientIdPrefixUnusable { get; }

    public abstract RefusalText ResponseModeUnusable { get; }

    public abstract RefusalText TransactionUnusable { get; }

    public abstract RefusalText RegistrationExceeded { get; }

    public abstract RefusalText PresentationUnknown { get; }

    public static VerifierTexts For(Language language) => language is Language.German ? German : English;
}
