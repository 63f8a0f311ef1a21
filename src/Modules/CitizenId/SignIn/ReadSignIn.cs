using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Verifier;

namespace Modellstadt.CitizenId.SignIn;

/// <summary>A sign-in as its page shows it.</summary>
/// <param name="SignIn">The stored question.</param>
/// <param name="Progress">How far the wallet is; null when nothing can come any more.</param>
/// <param name="Refusal">Why it led to nothing; null while it waits.</param>
internal sealed record SignInView(SignInRequest SignIn, PresentationProgress? Progress, Refusal? Refusal);

/// <summary>Reads a sign-in that waits or has failed; one that has succeeded is gone.</summary>
internal sealed class ReadSignIn(IDbContextFactory<CitizenIdDb> databases, Presentations presentations)
{
    /// <summary>The sign-in of this browser; null when there is none.</summary>
    public async Task<SignInView?> ExecuteAsync(Guid id, string? browserSession, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var signIn = await database.SignIns.AsNoTracking().SingleOrDefaultAsync(signIn => signIn.Id == id, cancellationToken);
        if (signIn is null || !signIn.BelongsTo(browserSession))
            return null;
        if (signIn.Refusal is { } refusal)
            return new SignInView(signIn, null, StoredRefusal.Read(refusal));

        var progress = await presentations.ReadStateAsync(signIn.Presentation.Id, browserSession!, cancellationToken);
        return progress is null or { State: PresentationState.Expired } ? new SignInView(signIn, null, new SignInExpired()) : new SignInView(signIn, progress, null);
    }
}
