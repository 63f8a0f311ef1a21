using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Verifier.Answering;
using Modellstadt.Verifier.Keys;
using Modellstadt.Verifier.Storage;

namespace Modellstadt.Verifier.Redeeming;

/// <summary>Hands out the result of a presentation to the browser that asked, until whoever stored it lets it be forgotten (<see cref="ForgetResult"/>).</summary>
internal sealed class RedeemPresentation(IDbContextFactory<VerifierDb> databases, VerifierSecrets secrets, IOptions<VerifierOptions> options, TimeProvider time)
{
    public async Task<Outcome<PresentationResult>> ExecuteAsync(string responseCode, string browserSession, CancellationToken cancellationToken)
    {
        if (responseCode.Length > ResponseCodes.MaxLength)
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
        return new PresentationResult(presentation.Id, JsonSerializer.Deserialize<Dictionary<string, IReadOnlyList<PresentedCredential>>>(secrets.Open(presentation.Result))!);
    }
}
