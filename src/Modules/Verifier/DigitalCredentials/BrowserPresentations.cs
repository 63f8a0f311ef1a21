using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Towns;
using Modellstadt.Kernel.Web;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.OpenId4Vc.Presentation;
using Modellstadt.Verifier.Keys;
using Modellstadt.Verifier.Storage;

namespace Modellstadt.Verifier.DigitalCredentials;

/// <summary>
/// Finds the presentation that a page of the portal means: called by the portal's own script (header <c>Origin</c>), in the browser that
/// asked (its cookie). Whoever lacks either learns nothing, not even whether there is such a presentation.
/// </summary>
internal sealed class BrowserPresentations(IDbContextFactory<VerifierDb> databases, VerifierSecrets secrets, IOptions<TownOptions> town, TimeProvider time)
{
    public async Task<Checked<AskedPresentation>> FindAsync(Guid id, HttpContext context, BrowserSession session)
    {
        // Browsers send the header with every POST; a form or script of another page names that page here.
        if (context.Request.Headers.Origin.ToString() != town.Value.PortalOrigin)
            return Unknown;
        await using var database = await databases.CreateDbContextAsync(context.RequestAborted);
        var presentation = await database.Presentations.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, context.RequestAborted);
        return presentation is not null && session.Existing is { } secret && secrets.Fits(secret, presentation.SessionMark) ? presentation : Unknown;
    }

    /// <summary>True while an answer is waited for.</summary>
    public bool IsOpen(AskedPresentation presentation) => presentation.State is AskedState.Waiting && time.GetUtcNow() < presentation.ExpiresAt;

    private static ProtocolError Unknown { get; } = new(PresentationErrors.InvalidRequest, "OpenID4VP 1.0 Appendix A.5", "There is no such presentation in this browser.");
}
