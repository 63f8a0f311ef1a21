using Microsoft.EntityFrameworkCore;
using Modellstadt.Issuer.Statuses;
using Modellstadt.Issuer.Storage;
using Modellstadt.Kernel.Storage;

namespace Modellstadt.Issuer;

/// <summary>
/// Ends or interrupts the validity of credentials. What is called here is committed when it returns, stands on the published
/// status lists within 15 seconds, and is harmless when repeated.
/// </summary>
public sealed class CredentialStatuses
{
    private readonly GroupCommit<IssuerDb> writes;
    private readonly StatusChanges changes;
    private readonly TimeProvider time;

    internal CredentialStatuses(GroupCommit<IssuerDb> writes, StatusChanges changes, TimeProvider time) => (this.writes, this.changes, this.time) = (writes, changes, time);

    /// <summary>
    /// Revokes every copy of every credential of this subject, for good, and closes its open offers. A suspension ends with it: what
    /// is offered to the subject afterwards is valid.
    /// </summary>
    public Task RevokeAsync(string subject, CancellationToken cancellationToken) =>
        writes.RunAsync(database => RevokeAsync(database, subject), cancellationToken);

    /// <summary>
    /// Suspends every copy of every credential of this subject until <see cref="ResumeAsync(string, CancellationToken)"/>; until then
    /// no further copy is issued to it.
    /// </summary>
    public Task SuspendAsync(string subject, CancellationToken cancellationToken) =>
        writes.RunAsync(database => SuspendAsync(database, subject), cancellationToken);

    /// <summary>Makes the suspended copies of this subject valid again. What was revoked stays revoked.</summary>
    public Task ResumeAsync(string subject, CancellationToken cancellationToken) =>
        writes.RunAsync(database => ResumeAsync(database, subject), cancellationToken);

    private async Task<int> RevokeAsync(IssuerDb database, string subject)
    {
        var now = time.GetUtcNow();
        var offers = database.Offers.Where(offer => offer.Subject == subject);
        var tokens = database.AccessTokens.Where(token => offers.Any(offer => offer.Id == token.OfferId));
        await tokens.ExecuteDeleteAsync();
        await offers.Where(offer => offer.ExpiresAt > now).ExecuteUpdateAsync(offer => offer.SetProperty(row => row.ExpiresAt, now));
        await offers.Where(offer => offer.RefreshUntil != null).ExecuteUpdateAsync(offer => offer.SetProperty(row => row.RefreshUntil, (DateTimeOffset?)null));
        // Once more: another process may have redeemed a code until the offers were closed, and no longer since.
        await tokens.ExecuteDeleteAsync();
        await changes.TellAsync(database, IssuanceNewsKind.StatusChanged, CopiesOf(database, subject).Where(copy => copy.RevokedAt == null));
        await database.Deferrals.Where(deferral => offers.Any(offer => offer.Id == deferral.OfferId)).ExecuteDeleteAsync();
        await database.Suspensions.Where(suspension => suspension.Subject == subject).ExecuteDeleteAsync();
        return await changes.RevokeAsync(database, CopiesOf(database, subject), now);
    }

    private async Task<int> SuspendAsync(IssuerDb database, string subject)
    {
        var now = time.GetUtcNow();
        await database.Database.ExecuteSqlAsync($"INSERT INTO suspensions (subject, since) VALUES ({subject}, {now.ToUnixTimeMilliseconds()}) ON CONFLICT DO NOTHING");
        // Changes nothing, but waits for another process that is issuing one of these offers: its copies are seen below.
        await database.Offers.Where(offer => offer.Subject == subject).ExecuteUpdateAsync(offer => offer.SetProperty(row => row.Subject, subject));
        await changes.TellAsync(database, IssuanceNewsKind.StatusChanged, CopiesOf(database, subject).Where(copy => copy.RevokedAt == null && copy.SuspendedAt == null));
        return await changes.SuspendAsync(database, CopiesOf(database, subject), now);
    }

    private async Task<int> ResumeAsync(IssuerDb database, string subject)
    {
        await database.Suspensions.Where(suspension => suspension.Subject == subject).ExecuteDeleteAsync();
        await changes.TellAsync(database, IssuanceNewsKind.StatusChanged, CopiesOf(database, subject).Where(copy => copy.RevokedAt == null && copy.SuspendedAt != null));
        return await changes.ResumeAsync(database, CopiesOf(database, subject));
    }

    private static IQueryable<CopyRow> CopiesOf(IssuerDb database, string subject) => database.Copies.Where(copy => copy.Subject == subject);
}
