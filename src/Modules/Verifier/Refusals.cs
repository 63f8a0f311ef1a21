using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Verifier;

/// <summary>A refusal of the verifier.</summary>
/// <param name="Name">Last part of the problem type.</param>
/// <param name="StatusCode">HTTP status.</param>
/// <param name="Words">Picks the words.</param>
internal abstract record VerifierRefusal(string Name, int StatusCode, Func<VerifierTexts, RefusalText> Words)
    : SpokenRefusal<VerifierTexts>($"urn:modellstadt:verifier:{Name}", StatusCode, Words);

internal sealed record WalletSaidNo() : VerifierRefusal("wallet-said-no", 403, texts => texts.WalletSaidNo);

internal sealed record AnswerNotVerifiable() : VerifierRefusal("answer-not-verifiable", 422, texts => texts.AnswerNotVerifiable);

internal sealed record IssuerNotTrusted() : VerifierRefusal("issuer-not-trusted", 422, texts => texts.IssuerNotTrusted);

internal sealed record CredentialExpired() : VerifierRefusal("credential-expired", 422, texts => texts.CredentialExpired);

internal sealed record CredentialRevoked() : VerifierRefusal("credential-revoked", 422, texts => texts.CredentialRevoked);

internal sealed record CredentialSuspended() : VerifierRefusal("credential-suspended", 422, texts => texts.CredentialSuspended);

internal sealed record StatusUnknown() : VerifierRefusal("status-unknown", 503, texts => texts.StatusUnknown);

internal sealed record ClaimsMissing() : VerifierRefusal("claims-missing", 422, texts => texts.ClaimsMissing);

internal sealed record AnswerUnknown() : VerifierRefusal("answer-unknown", 404, texts => texts.AnswerUnknown);

internal sealed record AnswerTooOld() : VerifierRefusal("answer-too-old", 410, texts => texts.AnswerTooOld);

internal sealed record AnswerAlreadyUsed() : VerifierRefusal("answer-already-used", 409, texts => texts.AnswerAlreadyUsed);

internal sealed record OtherBrowser() : VerifierRefusal("other-browser", 403, texts => texts.OtherBrowser);

internal sealed record CodeUnknown() : VerifierRefusal("code-unknown", 404, texts => texts.CodeUnknown);

internal sealed record QueryUnusable() : VerifierRefusal("query-unusable", 400, texts => texts.QueryUnusable);

internal sealed record FormatUnusable() : VerifierRefusal("format-unusable", 400, texts => texts.FormatUnusable);

internal sealed record AuthorityUnusable() : VerifierRefusal("authority-unusable", 400, texts => texts.AuthorityUnusable);

internal sealed record ClientIdPrefixUnusable() : VerifierRefusal("client-id-prefix-unusable", 400, texts => texts.ClientIdPrefixUnusable);

internal sealed record ResponseModeUnusable() : VerifierRefusal("response-mode-unusable", 400, texts => texts.ResponseModeUnusable);

internal sealed record TransactionUnusable() : VerifierRefusal("transaction-unusable", 400, texts => texts.TransactionUnusable);

internal sealed record RegistrationExceeded() : VerifierRefusal("registration-exceeded", 400, texts => texts.RegistrationExceeded);

internal sealed record PresentationUnknown() : VerifierRefusal("presentation-unknown", 404, texts => texts.PresentationUnknown);
