using Microsoft.EntityFrameworkCore;
using Modellstadt.Accounts.Storage;

namespace Modellstadt.Accounts.Citizens;

/// <summary>Who may add a passkey: whoever has just shown the citizen ID. An old session in an open browser gives nobody a lasting way in.</summary>
internal sealed class FreshSignIn(CurrentCitizen citizen, TimeProvider time)
{
    private static readonly TimeSpan Freshness = TimeSpan.FromMinutes(10);

    /// <summary>The account; null when the citizen ID was not shown lately.</summary>
    public async Task<CitizenAccount?> FindAsync(AccountsDb database, CancellationToken cancellationToken) =>
        await citizen.ReadAsync(AssuranceLevel.Substantial, cancellationToken) is { Means: MeansKind.CitizenId } known && time.GetUtcNow() - known.SignedInAt <= Freshness
            ? await database.Citizens.AsNoTracking().SingleAsync(account => account.Id == known.AccountId, cancellationToken)
            : null;
}
