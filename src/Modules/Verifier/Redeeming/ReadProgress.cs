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
        AskedState.Received => new(PresentationState.Received, WayOn(presentation)),
        AskedState.Refused => new(PresentationState.Refused, WayOn(presentation)),
        _ => new(PresentationState.Received, null),
    };

    /// <summary>
    /// On one device only the wallet brings the code, and only to the browser it runs in: whoever passes the link of an own
    /// question on to somebody else waits in vain (OpenID4VP 1.0 §13.3, §14.2).
    /// </summary>
    private string? WayOn(AskedPresentation presentation) => presentation.CrossDevice ? codes.PathFor(presentation) : null;
}
