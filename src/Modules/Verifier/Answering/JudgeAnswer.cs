using System.Security.Cryptography;
using Modellstadt.Kernel.Tracing;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.StatusLists;
using Modellstadt.Protocols.OpenId4Vc.Dcql;
using Modellstadt.Protocols.OpenId4Vc.Presentation;
using Modellstadt.Verifier.Statuses;
using Modellstadt.Verifier.Trust;

namespace Modellstadt.Verifier.Answering;

/// <summary>Checks what a wallet answered: proofs, trust, claims, status.</summary>
internal sealed class JudgeAnswer(IssuerTrust trust, StatusLists statuses, TimeProvider time)
{
    public async Task<Verdict> ExecuteAsync(WalletAnswer answer, WalletQuestion question, AskingPolicy policy, CancellationToken cancellationToken)
    {
        if (answer is not WalletAnswer.Shown shown)
            return Verdict.Refuse(RefusalReason.WalletSaidNo, null);
        if (!PresentationCheck.Verify(shown, new PresentationRules(question, trust.Find, time.GetUtcNow()) { MdocTrust = trust.Find }).TryGetValue(out var credentials, out var error))
            return Verdict.Refuse(RefusalReasons.Of(error), error);

        foreach (var credential in credentials)
        {
            if (RefuseUnnamed(credential, question) is { } unnamed)
                return unnamed;
            if (await RefuseByStatusAsync(credential, policy, cancellationToken) is { } refused)
                return refused;
        }

        Flows.Note("OpenID4VP 1.0 §8.6", "Issuer, validity, holder's key, claims and status hold.");
        return Verdict.Accept(credentials.GroupBy(credential => credential.QueryId).ToDictionary(
            group => group.Key,
            group => (IReadOnlyList<PresentedCredential>)[.. group.Select(Describe)]));
    }

    private PresentedCredential Describe(CheckedCredential credential) =>
        new(credential.CredentialType, trust.IssuerOf(credential.CredentialType, credential.Issuer)?.Name.German ?? "", credential.Claims) { IssuerAnchor = credential.Issuer.Anchor.GetCertHashString(HashAlgorithmName.SHA256) };

    /// <summary>Whoever asks without naming another installation's issuer means those of this one, and may take a claim of theirs for its own.</summary>
    private Verdict? RefuseUnnamed(CheckedCredential credential, WalletQuestion question) => trust.IssuerOf(credential.CredentialType, credential.Issuer) switch
    {
        null => Verdict.Refuse(RefusalReason.IssuerNotTrusted, new ProtocolError(ErrorCodes.UntrustedIssuer, "OpenID4VP 1.0 §8.6", "The issuer is trusted no more.")),
        { ElsewhereAt: not null } when !TrustedAuthorities.Names(question.Query.Find(credential.QueryId)!, credential.Issuer.Anchor) =>
            Verdict.Refuse(RefusalReason.IssuerNotTrusted, new ProtocolError(ErrorCodes.UntrustedIssuer, "OpenID4VP 1.0 §6.1.1", "The question does not name the issuer of another installation.")),
        _ => null,
    };

    private async Task<Verdict?> RefuseByStatusAsync(CheckedCredential credential, AskingPolicy policy, CancellationToken cancellationToken)
    {
        if (credential.Status is null)
            return policy.RequiresStatus || trust.IssuerOf(credential.CredentialType, credential.Issuer) is not { ElsewhereAt: null } ? Verdict.Refuse(RefusalReason.StatusUnknown, Broken("no_status", "The credential says nothing about its status.")) : null;
        if (!(await statuses.ReadAsync(credential, cancellationToken)).TryGetValue(out var status, out var error))
            return Verdict.Refuse(RefusalReason.StatusUnknown, error);
        return status switch
        {
            StatusValues.Valid => null,
            StatusValues.Suspended => Verdict.Refuse(RefusalReason.Suspended, Broken("suspended", "The credential is suspended.")),
            // Values this verifier does not know are as good as a revocation (§7.1 leaves them to applications).
            _ => Verdict.Refuse(RefusalReason.Revoked, Broken("revoked", "The credential is revoked.")),
        };
    }

    private static ProtocolError Broken(string code, string detail) => new(code, "Token Status List §7.1", detail);
}
