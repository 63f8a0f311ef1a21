using Modellstadt.Kernel.Randomness;
using Modellstadt.Kernel.Storage;
using Modellstadt.Protocols.OpenId4Vc.Dcql;
using Modellstadt.Verifier.Keys;
using Modellstadt.Verifier.Registration;
using Modellstadt.Verifier.Storage;

namespace Modellstadt.Verifier.Asking;

/// <summary>Asks a question.</summary>
internal sealed class StartPresentation(
    GroupCommit<VerifierDb> writes, NewPresentation create, AccessCertificates certificates, TownRegistration registration, RequestLinks links, RandomSource random)
{
    private const char CodeKind = 'B';

    /// <summary>Why a question cannot be asked, or null.</summary>
    public VerifierRefusal? Check(DcqlQuery query, AskingPolicy policy)
    {
        if (!certificates.Present.CanAskAs(policy.ClientIdPrefix))
            return new ClientIdPrefixUnusable();
        return AskingRules.Check(query, policy) ?? (registration.Covers(query) ? null : new RegistrationExceeded());
    }

    public async Task<StartedPresentation> ExecuteAsync(PresentationDraft draft, CancellationToken cancellationToken, bool askedByApi = false)
    {
        if (!draft.ReturnPath.StartsWith('/') || draft.ReturnPath.StartsWith("//", StringComparison.Ordinal))
            throw new ArgumentException("The return path is a path of the portal.", nameof(draft));
        if (Check(draft.Query, draft.Policy) is { } unusable)
            throw new ArgumentException($"The question cannot be asked: {unusable.Type}.", nameof(draft));

        var code = TypedCode.Create(CodeKind, random);
        var presentation = create.Of(draft, code, askedByApi);
        await writes.RunAsync(
            database =>
            {
                database.Presentations.Add(presentation);
                return database.SaveChangesAsync(CancellationToken.None);
            },
            cancellationToken);
        return new StartedPresentation(presentation.Id, code, presentation.ExpiresAt, links.QueryFor(presentation));
    }
}
