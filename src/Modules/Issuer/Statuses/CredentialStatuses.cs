using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Modellstadt.Issuer.Statuses;
using Modellstadt.Issuer.Storage;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Kernel.Storage;

namespace Modellstadt.Issuer;

/// <summary>Ends the validity of credentials.</summary>
public sealed class CredentialStatuses
{
    private readonly GroupCommit<IssuerDb> writes;
    private readonly IOptions<IssuerOptions> options;
    private readonly TimeProvider time;
    private readonly RandomSource random;

    internal CredentialStatuses(GroupCommit<IssuerDb> writes, IOptions<IssuerOptions> options, TimeProvider time, RandomSource random) =>
        (this.writes, this.options, this.time, this.random) = (writes, options, time, random);

    /// <summary>
    /// Revokes every copy of every credential of this subject and closes its open offers. Committed when it returns, on the
    /// published status list within 15 seconds. Harmless when repeated.
    /// </summary>
    public Task RevokeAsync(string subject, CancellationToken cancellationToken) =>
        writes.RunAsync(database => RevokeAsync(database, subject), cancellationToken);

    private async Task<int> RevokeAsync(IssuerDb database, string subject)
    {
        var now = time.GetUtcNow();
        var offers = database.Offers.Where(offer => offer.Subject == subject);
        var tokens = database.AccessTokens.Where(token => offers.Any(offer => offer.Id == token.OfferId));
        await tokens.ExecuteDeleteAsync();
        await offers.Where(offer => offer.ExpiresAt > now).ExecuteUpdateAsync(offer => offer.SetProperty(row => row.ExpiresAt, now));
        // Once more: another process may have redeemed a code until the offers were closed, and no longer since.
        await tokens.ExecuteDeleteAsync();
        var lists = await Revocation.RevokeAsync(database, database.Copies.Where(copy => copy.Subject == subject), now);
        foreach (var list in lists)
            await HideAsync(database, list, now);
        return lists.Sum(list => list.Count);
    }

    /// <summary>
    /// Revokes as many entries that nobody holds, by chance between none and all: the difference between two publications then
    /// does not tell how many copies one person had (unlinkability rule U9).
    /// </summary>
    private async Task HideAsync(IssuerDb database, RevokedInList list, DateTimeOffset now)
    {
        var (end, at) = (list.ExpiresAt.ToUnixTimeMilliseconds(), now.ToUnixTimeMilliseconds());
        for (var decoys = random.NextInt(list.Count + 1); decoys > 0; decoys--)
        {
            var position = random.NextInt(options.Value.StatusListSize);
            await database.Database.ExecuteSqlAsync(
                $"INSERT INTO copies (list, position, expires_at, revoked_at) VALUES ({list.Number}, {position}, {end}, {at}) ON CONFLICT DO NOTHING");
        }
    }
}
