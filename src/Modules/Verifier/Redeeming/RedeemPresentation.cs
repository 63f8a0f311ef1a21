using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Verifier.Answering;
using Modellstadt.Verifier.Keys;
using Modellstadt.Verifier.Storage;

namespace Modellstadt.Verifier.Redeeming;

/// <summary>Hands out the result of a presentation, once, to the browser that asked; then forgets it.</summary>
internal sealed class RedeemPresentation(IDbContextFactory<VerifierDb> databases, VerifierSecrets secrets, IOptions<VerifierOptions> options, TimeProvider time)
{
    private const int MaxCodeLength = 100;

    public async Task<Outcome<PresentationResult>> ExecuteAsync(string responseCode, string browserSession, CancellationToken cancellationToken)
    {
        if (responseCode.Length > MaxCodeLength)
            return new AnswerUnknown();
        var mark = secrets.Mark(responseCode);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var presentation = await database.Presentations.AsNoTracking().SingleOrDefaultAsync(one => one.ResponseCodeMark == mark, cancellationToken);
        if (presentation is null)
            return new AnswerUnknown();
        if (!secrets.Fits(browserSession, presentation.SessionMark))
            return new OtherBrowser();
        if (presentation.Refusal is { } reason)
            return reason.ToRefusal();
        if (presentation.State is AskedState.Redeemed)
            return new AnswerAlreadyUsed();
        if (presentation.Result is null || time.GetUtcNow() >= presentation.AnsweredAt + options.Value.Lifetime)
            return new AnswerTooOld();
        return await TakeAsync(database, presentation.Id, cancellationToken)
            ? new PresentationResult(presentation.Id, JsonSerializer.Deserialize<Dictionary<string, PresentedCredential>>(secrets.Open(presentation.Result))!)
            : new AnswerAlreadyUsed();
    }

    /// <summary>Exactly one of several redemptions finds the result; with it, the result leaves the database.</summary>
    private static async Task<bool> TakeAsync(VerifierDb database, Guid id, CancellationToken cancellationToken) =>
        await database.Presentations.Where(one => one.Id == id && one.State == AskedState.Received).ExecuteUpdateAsync(
            row => row.SetProperty(one => one.State, AskedState.Redeemed).SetProperty(one => one.Result, (byte[]?)null), cancellationToken) == 1;
}
