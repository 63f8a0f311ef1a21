using Microsoft.EntityFrameworkCore;
using Modellstadt.Issuer.Authorization;
using Modellstadt.Issuer.Identities;
using Modellstadt.Issuer.Storage;
using Modellstadt.Kernel.Storage;
using Modellstadt.Kernel.Web;
using Modellstadt.Protocols.OpenId4Vc.Authorization;

namespace Modellstadt.Issuer;

/// <summary>
/// What wallets ask through the authorization endpoint, for the modules whose pages let people decide. A waiting authorization belongs
/// to the browser that opened it: no link and no photographed code gives it to another.
/// </summary>
public sealed class Authorizations
{
    private readonly IDbContextFactory<IssuerDb> databases;
    private readonly GroupCommit<IssuerDb> writes;
    private readonly HostedIssuers issuers;
    private readonly AuthorizationSecrets secrets;
    private readonly AuthorizationClock clock;

    internal Authorizations(
        IDbContextFactory<IssuerDb> databases, GroupCommit<IssuerDb> writes, HostedIssuers issuers, AuthorizationSecrets secrets, AuthorizationClock clock)
    {
        (this.databases, this.writes, this.issuers) = (databases, writes, issuers);
        (this.secrets, this.clock) = (secrets, clock);
    }

    /// <summary>What waits in this browser under this id; null when nothing does.</summary>
    public async Task<WaitingAuthorization?> FindAsync(Guid id, string? browserSession, CancellationToken cancellationToken) =>
        await ReadAsync(id, browserSession, cancellationToken) is { CompletedAt: null } row
            ? new WaitingAuthorization(row.Id, row.ConfigurationId, row.WalletName, RedirectAddress.Show(row.RedirectUri))
            : null;

    /// <summary>
    /// The person may have it, and wants to: the page that leads the browser back to the wallet, with a code for this offer. Null when
    /// nothing waits here any more, or the offer is of another type. Repeated with the same offer it says the same.
    /// </summary>
    public Task<string?> GrantAsync(Guid id, string? browserSession, CredentialOffer offer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(offer);
        return DecideAsync(id, browserSession, offer.Id, cancellationToken);
    }

    /// <summary>The person does not want it, or may not have it: the page that leads the browser back to the wallet. Null when nothing waits here.</summary>
    public Task<string?> RefuseAsync(Guid id, string? browserSession, CancellationToken cancellationToken) => DecideAsync(id, browserSession, offerId: null, cancellationToken);

    /// <summary>As <see cref="GrantAsync"/> by the offer's id, and as <see cref="RefuseAsync"/> without one.</summary>
    internal async Task<string?> DecideAsync(Guid id, string? browserSession, Guid? offerId, CancellationToken cancellationToken) =>
        browserSession is not null && await writes.RunAsync(database => CompleteAsync(database, id, BrowserHashes.Of(browserSession), offerId), cancellationToken) is not null
            ? $"/authorizations/{id}/answer"
            : null;

    /// <summary>Grants what waits under a request_uri, for a script that stands for the person and any browser: the address in the wallet.</summary>
    internal async Task<Uri?> GrantByRequestUriAsync(string requestUri, Guid offerId, CancellationToken cancellationToken) =>
        secrets.FindByRequestUri(requestUri) is { } id && await writes.RunAsync(database => CompleteAsync(database, id, browserHash: null, offerId), cancellationToken) is { } row
            ? AnswerOf(row, granted: true)
            : null;

    /// <summary>The address in the wallet, with what was decided in this browser; null when nothing was, or the code was used.</summary>
    internal async Task<Uri?> ReadAnswerAsync(Guid id, string? browserSession, CancellationToken cancellationToken) =>
        await ReadAsync(id, browserSession, cancellationToken) is { CompletedAt: not null, CodeUsedAt: null } row ? AnswerOf(row, row.OfferId is not null) : null;

    /// <summary>The row, when it belongs to this browser and lives.</summary>
    internal async Task<AuthorizationRow?> ReadAsync(Guid id, string? browserSession, CancellationToken cancellationToken)
    {
        if (browserSession is null)
            return null;
        var (browser, now) = (BrowserHashes.Of(browserSession), clock.Now);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Authorizations.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.BrowserHash == browser && row.ExpiresAt > now, cancellationToken);
    }

    private Uri AnswerOf(AuthorizationRow row, bool granted)
    {
        var answer = new AuthorizationResponse(IssuerOf(row).Id, row.State);
        return new Uri((granted ? answer with { Code = secrets.Code(row.Id) } : answer with { Error = AuthorizationErrors.AccessDenied }).AddressAt(row.RedirectUri));
    }

    private HostedIssuer IssuerOf(AuthorizationRow row) => issuers.Find(issuers.FindType(row.ConfigurationId)!.IssuerSlug)!;

    /// <summary>The row, when the decision stands: now, or since an earlier call that said the same.</summary>
    private async Task<AuthorizationRow?> CompleteAsync(IssuerDb database, Guid id, string? browserHash, Guid? offerId)
    {
        var row = await database.Authorizations.AsNoTracking().SingleOrDefaultAsync(stored => stored.Id == id);
        if (row is null || issuers.FindType(row.ConfigurationId) is null || (browserHash is not null && row.BrowserHash != browserHash) || row.ExpiresAt <= clock.Now)
            return null;
        if (row.CompletedAt is not null)
            return row.OfferId == offerId && row.CodeUsedAt is null ? row : null;
        var offer = offerId is null ? null : await database.Offers.AsNoTracking().SingleOrDefaultAsync(stored => stored.Id == offerId && stored.ConfigurationId == row.ConfigurationId);
        if (offer is null != offerId is null)
            return null;
        var (now, kept, key) = (clock.Now.ToUnixTimeMilliseconds(), clock.EndOfMemory.ToUnixTimeMilliseconds(), id.ToString("D"));
        var decided = await database.Database.ExecuteSqlAsync(
            $"UPDATE authorizations SET completed_at = {now}, expires_at = {kept}, offer_id = {offer?.Id.ToString("D")}, offer_generation = {offer?.Generation} WHERE id = {key} AND completed_at IS NULL");
        return decided == 0 ? null : row;
    }
}
