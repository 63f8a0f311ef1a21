using Microsoft.EntityFrameworkCore;
using Modellstadt.Verifier.Keys;
using Modellstadt.Verifier.Storage;

namespace Modellstadt.Verifier.Redeeming;

/// <summary>Tells whether a response code leads to the answer of one certain presentation.</summary>
internal sealed class RecognizeCode(IDbContextFactory<VerifierDb> databases, VerifierSecrets secrets)
{
    public async Task<bool> ExecuteAsync(Guid id, string? responseCode, string? browserSession, CancellationToken cancellationToken)
    {
        if (browserSession is null || responseCode is not { Length: > 0 and <= ResponseCodes.MaxLength })
            return false;

        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var presentation = await database.Presentations.AsNoTracking()
            .SingleOrDefaultAsync(one => one.Id == id && (one.State == AskedState.Received || one.State == AskedState.Refused), cancellationToken);
        return presentation is { ResponseCodeMark: { } mark } && secrets.Fits(browserSession, presentation.SessionMark) && secrets.Fits(responseCode, mark);
    }
}
