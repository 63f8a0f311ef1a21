using Microsoft.EntityFrameworkCore;
using Modellstadt.Verifier.Keys;
using Modellstadt.Verifier.Storage;

namespace Modellstadt.Verifier.Redeeming;

/// <summary>Tells the browser that asked how far the presentation is.</summary>
internal sealed class ReadProgress(IDbContextFactory<VerifierDb> databases, ResponseCodes codes, VerifierSecrets secrets, TimeProvider time)
{
    public async Task<PresentationProgress?> ExecuteAsync(Guid id, string browserSession, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var presentation = await database.Presentations.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancellationToken);
        return presentation is null || !secrets.Fits(browserSession, presentation.SessionMark) ? null : ProgressOf(presentation);
    }

    private PresentationProgress ProgressOf(AskedPresentation presentation) => presentation.State switch
    {
        AskedState.Waiting when time.GetUtcNow() < presentation.ExpiresAt => new(PresentationState.Waiting, null),
        AskedState.Waiting => new(PresentationState.Expired, null),
        AskedState.Received => new(PresentationState.Received, codes.PathFor(presentation)),
        AskedState.Refused => new(PresentationState.Refused, codes.PathFor(presentation)),
        _ => new(PresentationState.Received, null),
    };
}
