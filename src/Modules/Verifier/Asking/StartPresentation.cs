using System.Text.Json;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Kernel.Storage;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.OpenId4Vc.Dcql;
using Modellstadt.Verifier.Keys;
using Modellstadt.Verifier.Storage;

namespace Modellstadt.Verifier.Asking;

/// <summary>Asks a question.</summary>
internal sealed class StartPresentation(
    GroupCommit<VerifierDb> writes, VerifierSecrets secrets, RequestLinks links, IOptions<VerifierOptions> options, RandomSource random, TimeProvider time)
{
    private const char CodeKind = 'B';

    /// <summary>True when this verifier can check every answer to the query.</summary>
    public static bool CanAsk(DcqlQuery query) =>
        query.Credentials.All(credential => credential is { Format: CredentialQuery.SdJwtFormat, Multiple: false, RequiresHolderBinding: true });

    public async Task<StartedPresentation> ExecuteAsync(PresentationDraft draft, CancellationToken cancellationToken, bool askedByApi = false)
    {
        if (!draft.ReturnPath.StartsWith('/') || draft.ReturnPath.StartsWith("//", StringComparison.Ordinal))
            throw new ArgumentException("The return path is a path of the portal.", nameof(draft));
        if (!CanAsk(draft.Query))
            throw new ArgumentException("Only single, key-bound SD-JWT VCs can be asked for.", nameof(draft));

        var code = TypedCode.Create(CodeKind, random);
        var presentation = Store(draft, code, askedByApi);
        await writes.RunAsync(
            database =>
            {
                database.Presentations.Add(presentation);
                return database.SaveChangesAsync(CancellationToken.None);
            },
            cancellationToken);
        return new StartedPresentation(presentation.Id, code, presentation.ExpiresAt, links.QueryFor(presentation));
    }

    private AskedPresentation Store(PresentationDraft draft, string code, bool askedByApi)
    {
        using var key = DecryptionKey.Create(random.Fill);
        return new AskedPresentation
        {
            Id = random.NewId(),
            WalletId = random.NewSecret(),
            RequestState = random.NewSecret(),
            Nonce = random.NewSecret(),
            EncryptionKey = secrets.Seal(key.ToPkcs8()),
            SessionMark = secrets.Mark(draft.BrowserSession),
            CodeMark = secrets.Mark(code),
            Query = draft.Query.ToJson().ToJsonString(),
            PurposeGerman = draft.Purpose.German,
            PurposeEnglish = draft.Purpose.English,
            AnnouncedOffer = draft.Announced is null ? null : JsonSerializer.Serialize(draft.Announced),
            ReturnPath = draft.ReturnPath,
            CrossDevice = draft.CrossDevice,
            AskedByApi = askedByApi,
            ExpiresAt = time.GetUtcNow() + options.Value.Lifetime,
        };
    }
}
