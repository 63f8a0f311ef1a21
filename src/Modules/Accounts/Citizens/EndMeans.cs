using Microsoft.EntityFrameworkCore;
using Modellstadt.Accounts.Storage;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Accounts.Citizens;

/// <summary>Ends a passkey of one's own account, and every session that it opened: a passkey is removed because its device was lost.</summary>
internal sealed class EndMeans(IDbContextFactory<AccountsDb> databases, AuditTrail audit, TimeProvider time)
{
    /// <summary>Ends it; null when it is over, else why not.</summary>
    public async Task<Refusal?> ExecuteAsync(SignedInCitizen citizen, Guid id, CancellationToken cancellationToken)
    {
        if (citizen.Level < AssuranceLevel.Substantial)
            return new FreshSignInNeeded();

        var now = time.GetUtcNow();
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var ended = await database.CitizenMeans
            .Where(means => means.Id == id && means.AccountId == citizen.AccountId && means.Kind == MeansKind.Passkey && means.EndedAt == null)
            .ExecuteUpdateAsync(row => row.SetProperty(means => means.EndedAt, now), cancellationToken);
        if (ended == 0)
            return new PasskeyUnknown();

        await database.CitizenPasskeys.Where(passkey => passkey.MeansId == id).ExecuteDeleteAsync(cancellationToken);
        await database.CitizenSessions.Where(session => session.MeansId == id && session.EndedAt == null)
            .ExecuteUpdateAsync(row => row.SetProperty(session => session.EndedAt, now), cancellationToken);
        audit.Add(database, Actors.Citizen, "citizen-means-ended", CitizenAccounts.SubjectOf(citizen.AccountId), $"passkey/{id}");
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return null;
    }
}
