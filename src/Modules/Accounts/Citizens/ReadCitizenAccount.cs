using Microsoft.EntityFrameworkCore;
using Modellstadt.Accounts.Storage;

namespace Modellstadt.Accounts.Citizens;

/// <summary>An account as its owner sees it.</summary>
/// <param name="Means">What signs in, the citizen ID first.</param>
/// <param name="SignIns">The sign-ins that are kept, newest first.</param>
internal sealed record CitizenAccountView(IReadOnlyList<CitizenMeans> Means, IReadOnlyList<PastSignIn> SignIns)
{
    /// <summary>True when nothing but the citizen ID is left once a passkey is removed.</summary>
    public bool HasOnePasskey => Means.Count(means => means.Kind is MeansKind.Passkey) == 1;
}

/// <summary>A sign-in.</summary>
/// <param name="At">When.</param>
/// <param name="Means">By what; it may have ended.</param>
/// <param name="Runs">True while the browser is signed in.</param>
internal sealed record PastSignIn(DateTimeOffset At, CitizenMeans Means, bool Runs);

/// <summary>Reads an account for its page.</summary>
internal sealed class ReadCitizenAccount(IDbContextFactory<AccountsDb> databases, TimeProvider time)
{
    private const int Shown = 50;

    public async Task<CitizenAccountView> ExecuteAsync(Guid account, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var means = await database.CitizenMeans.AsNoTracking().Where(means => means.AccountId == account).OrderBy(means => means.AddedAt).ToListAsync(cancellationToken);
        var sessions = await database.CitizenSessions.AsNoTracking().Where(session => session.AccountId == account)
            .OrderByDescending(session => session.BeganAt).Take(Shown).ToListAsync(cancellationToken);
        return new CitizenAccountView(
            [.. means.Where(one => one.EndedAt is null)],
            [.. sessions.Select(session => new PastSignIn(session.BeganAt, means.Single(one => one.Id == session.MeansId), session.EndedAt is null && session.ExpiresAt > now))]);
    }
}
