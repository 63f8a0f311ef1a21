using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.OpenId4Vc.Presentation;
using Modellstadt.Verifier.Asking;
using Modellstadt.Verifier.Keys;
using Modellstadt.Verifier.Redeeming;
using Modellstadt.Verifier.Storage;

namespace Modellstadt.Verifier.Answering;

/// <summary>
/// Takes a wallet's post (OpenID4VP 1.0 §8.2). What cannot be read as an answer to this question changes nothing. What can be
/// read settles the presentation, once: the browser then learns at once that it holds or why it does not. The same post again,
/// after a lost reply, gets the same reply; any other is refused.
/// </summary>
internal sealed class ReceiveAnswer(
    IDbContextFactory<VerifierDb> databases, Questions questions, JudgeAnswer judge, ResponseCodes codes, VerifierSecrets secrets, TimeProvider time)
{
    public async Task<AnswerReceipt> ExecuteAsync(string walletId, JsonObject parameters, CancellationToken cancellationToken)
    {
        var digest = Base64Url.Encode(SHA256.HashData(StrictJson.Write(parameters)));
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (await FindAsync(database, walletId, cancellationToken) is not { } presentation)
            return AnswerReceipt.Refused(Broken("There is no such presentation."), 404);
        if (presentation.State is not AskedState.Waiting)
            return Repeat(presentation, digest);
        if (time.GetUtcNow() >= presentation.ExpiresAt)
            return AnswerReceipt.Refused(Broken("The time to answer is over."));

        using var question = questions.Open(presentation);
        if (!Read(parameters, question).TryGetValue(out var answer, out var error))
            return AnswerReceipt.Refused(error);

        var verdict = await judge.ExecuteAsync(answer, question.Request, cancellationToken);
        if (await SettleAsync(database, presentation, digest, verdict, cancellationToken))
            return Reply(presentation, verdict.Reason, verdict.Error);
        return await FindAsync(database, walletId, cancellationToken) is { } settled
            ? Repeat(settled, digest)
            : AnswerReceipt.Refused(Broken("There is no such presentation."), 404);
    }

    private static Task<AskedPresentation?> FindAsync(VerifierDb database, string walletId, CancellationToken cancellationToken) =>
        database.Presentations.AsNoTracking().SingleOrDefaultAsync(presentation => presentation.WalletId == walletId, cancellationToken);

    /// <summary>Encrypted, or an error in the clear (§8.5); a `vp_token` in the clear is not an answer to direct_post.jwt.</summary>
    private static Checked<WalletAnswer> Read(JsonObject parameters, Question question)
    {
        if (parameters.Text("response") is { } response)
            return WalletAnswer.Open(response, question.Key, question.Request);
        return parameters.ContainsKey("error")
            ? WalletAnswer.Read(parameters, question.Request)
            : new ProtocolError(PresentationErrors.InvalidResponse, "OpenID4VP 1.0 §8.3.1", "The answer is not encrypted: response is missing.");
    }

    /// <summary>Exactly one of several concurrent answers finds the presentation waiting.</summary>
    private async Task<bool> SettleAsync(VerifierDb database, AskedPresentation presentation, string digest, Verdict verdict, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var state = verdict.Reason is null ? AskedState.Received : AskedState.Refused;
        var result = verdict.Reason is null ? secrets.Seal(JsonSerializer.SerializeToUtf8Bytes(verdict.Credentials)) : null;
        var error = verdict.Error is null ? null : JsonSerializer.Serialize(verdict.Error);
        var responseCode = secrets.Mark(codes.Of(presentation));
        var settled = await database.Presentations
            .Where(row => row.Id == presentation.Id && row.State == AskedState.Waiting && row.ExpiresAt > now)
            .ExecuteUpdateAsync(
                row => row
                    .SetProperty(one => one.State, state)
                    .SetProperty(one => one.AnsweredAt, now)
                    .SetProperty(one => one.AnswerDigest, digest)
                    .SetProperty(one => one.ResponseCodeMark, responseCode)
                    .SetProperty(one => one.Refusal, verdict.Reason)
                    .SetProperty(one => one.Error, error)
                    .SetProperty(one => one.Result, result)
                    .SetProperty(one => one.EncryptionKey, (byte[]?)null),
                cancellationToken);
        return settled == 1;
    }

    private AnswerReceipt Repeat(AskedPresentation settled, string digest) => settled.AnswerDigest == digest
        ? Reply(settled, settled.Refusal, settled.Error is null ? null : JsonSerializer.Deserialize<ProtocolError>(settled.Error))
        : AnswerReceipt.Refused(Broken("The presentation was answered before."));

    /// <summary>Broken proofs are the wallet's fault and told to it; whatever its person can do something about is told on the page.</summary>
    private AnswerReceipt Reply(AskedPresentation presentation, RefusalReason? reason, ProtocolError? error) =>
        reason is RefusalReason.NotVerifiable && error is not null
            ? AnswerReceipt.Refused(error)
            : AnswerReceipt.Taken(presentation.CrossDevice ? null : codes.AddressFor(presentation));

    private static ProtocolError Broken(string detail) => new(PresentationErrors.InvalidRequest, "OpenID4VP 1.0 §8.2", detail);
}
