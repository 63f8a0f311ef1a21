using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Storage;
using Modellstadt.Verifier.Keys;
using Modellstadt.Verifier.Redeeming;
using Modellstadt.Verifier.Storage;

namespace Modellstadt.Verifier.Answering;

/// <summary>Stores what became of a presentation; the key that opened the answer goes with it.</summary>
internal sealed class SettlePresentation(GroupCommit<VerifierDb> writes, ResponseCodes codes, VerifierSecrets secrets, TimeProvider time)
{
    /// <summary>Exactly one of several concurrent answers finds the presentation waiting: true for that one.</summary>
    public async Task<bool> ExecuteAsync(AskedPresentation presentation, string digest, Verdict verdict, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var state = verdict.Reason is null ? AskedState.Received : AskedState.Refused;
        var result = verdict.Reason is null ? secrets.Seal(JsonSerializer.SerializeToUtf8Bytes(verdict.Credentials)) : null;
        var error = verdict.Error is null ? null : JsonSerializer.Serialize(verdict.Error);
        var responseCode = secrets.Mark(codes.Of(presentation));
        return await writes.RunAsync(database => database.Presentations
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
                CancellationToken.None), cancellationToken) == 1;
    }
}
