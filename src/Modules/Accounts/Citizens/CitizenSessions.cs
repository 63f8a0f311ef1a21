using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Modellstadt.Accounts.Citizens;
using Modellstadt.Accounts.Storage;
using Modellstadt.Kernel.Towns;
using Modellstadt.Kernel.Web;

namespace Modellstadt.Accounts;

/// <summary>Sessions of citizens: bound to a browser, at the level of the means that led to them.</summary>
public sealed class CitizenSessions
{
    private readonly IDbContextFactory<AccountsDb> databases;
    private readonly CitizenAccounts accounts;
    private readonly IOptions<TownOptions> town;
    private readonly TimeProvider time;

    internal CitizenSessions(IDbContextFactory<AccountsDb> databases, CitizenAccounts accounts, IOptions<TownOptions> town, TimeProvider time) =>
        (this.databases, this.accounts, this.town, this.time) = (databases, accounts, town, time);

    /// <summary>
    /// Signs a person in who has shown the citizen ID. The account is made when there is none; another session of the same browser ends.
    /// </summary>
    /// <param name="cause">Identifier of what led to it; the same one twice is one session.</param>
    /// <param name="residentId">The resident register's key of the person.</param>
    /// <param name="level">How sure the town may be (<see cref="AssuranceLevels.Of"/>).</param>
    /// <param name="browserSession">The secret of the browser that asked (<see cref="BrowserSession"/>).</param>
    /// <param name="cancellationToken">Ends the work before it is saved.</param>
    /// <param name="other">Which citizen ID of another town was shown; null for this town's own.</param>
    public async Task OpenAsync(Guid cause, string residentId, AssuranceLevel level, string browserSession, CancellationToken cancellationToken, OtherTownsId? other = null)
    {
        var means = await accounts.GetOrMakeAsync(residentId, other, level, cancellationToken);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await OpenAsync(database, cause, means, level, browserSession, cancellationToken);
    }

    /// <summary>The resident register's key of the person whose account the citizen ID of another town leads to; null when nobody has signed in with it.</summary>
    public Task<string?> FindOwnerAsync(OtherTownsId other, CancellationToken cancellationToken) => accounts.FindOwnerAsync(other, cancellationToken);

    /// <summary>Opens a session by a means of an account, and stores what <paramref name="database"/> holds with it.</summary>
    internal async Task OpenAsync(AccountsDb database, Guid cause, CitizenMeans means, AssuranceLevel level, string browserSession, CancellationToken cancellationToken)
    {
        var (hash, now) = (BrowserHashes.Of(browserSession), time.GetUtcNow());
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        if (await database.CitizenSessions.AnyAsync(session => session.Id == cause, cancellationToken))
            return;

        await database.CitizenSessions.Where(session => session.BrowserHash == hash && session.EndedAt == null)
            .ExecuteUpdateAsync(row => row.SetProperty(session => session.EndedAt, now), cancellationToken);
        await database.Citizens.Where(account => account.Id == means.AccountId)
            .ExecuteUpdateAsync(row => row.SetProperty(account => account.LastUsedAt, now), cancellationToken);
        await database.CitizenMeans.Where(one => one.Id == means.Id)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.LastUsedAt, now).SetProperty(one => one.Level, level), cancellationToken);
        database.CitizenSessions.Add(new CitizenSession
        {
            Id = cause,
            Ags = means.Ags,
            AccountId = means.AccountId,
            MeansId = means.Id,
            BrowserHash = hash,
            Level = level,
            BeganAt = now,
            ExpiresAt = now + CitizenSession.Length,
        });
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Who has signed in with a browser; null when nobody has, or it is over.</summary>
    /// <param name="browserSession">The secret of the browser; null when it has none.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<SignedInCitizen?> FindAsync(string? browserSession, CancellationToken cancellationToken)
    {
        if (browserSession is null)
            return null;

        var (hash, ags, now) = (BrowserHashes.Of(browserSession), town.Value.Ags, time.GetUtcNow());
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var found =
            from session in database.CitizenSessions
            where session.BrowserHash == hash && session.Ags == ags && session.EndedAt == null && session.ExpiresAt > now
            join account in database.Citizens on session.AccountId equals account.Id
            join means in database.CitizenMeans on session.MeansId equals means.Id
            orderby session.BeganAt descending
            select new SignedInCitizen(account.Id, account.ResidentId, means.Kind, session.Level, session.BeganAt);
        return await found.FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>Ends the session of a browser.</summary>
    /// <param name="browserSession">The secret of the browser; null when it has none.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task EndAsync(string? browserSession, CancellationToken cancellationToken)
    {
        if (browserSession is null)
            return;

        var (hash, now) = (BrowserHashes.Of(browserSession), time.GetUtcNow());
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await database.CitizenSessions.Where(session => session.BrowserHash == hash && session.EndedAt == null)
            .ExecuteUpdateAsync(row => row.SetProperty(session => session.EndedAt, now), cancellationToken);
    }
}
