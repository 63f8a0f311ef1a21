using System.Text.Json;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Verifier.Keys;
using Modellstadt.Verifier.Storage;

namespace Modellstadt.Verifier.Asking;

/// <summary>Draws the secrets and the key of a question.</summary>
internal sealed class NewPresentation(VerifierSecrets secrets, IOptions<VerifierOptions> options, RandomSource random, TimeProvider time)
{
    public AskedPresentation Of(PresentationDraft draft, string code, bool askedByApi)
    {
        using var key = draft.Policy.AnswersInTheClear ? null : DecryptionKey.Create(random.Fill);
        return new AskedPresentation
        {
            Id = random.NewId(),
            WalletId = random.NewSecret(),
            RequestState = random.NewSecret(),
            Nonce = random.NewSecret(),
            EncryptionKey = key is null ? null : secrets.Seal(key.ToPkcs8()),
            SessionMark = secrets.Mark(draft.BrowserSession),
            CodeMark = secrets.Mark(code),
            Query = draft.Query.ToJson().ToJsonString(),
            Policy = StoredPolicy.Write(draft.Policy),
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
