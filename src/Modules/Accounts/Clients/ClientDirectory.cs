using Microsoft.EntityFrameworkCore;
using Modellstadt.Accounts.Clients;
using Modellstadt.Accounts.Storage;
using Modellstadt.Kernel.Towns;

namespace Modellstadt.Accounts;

/// <summary>A program of somebody else, as other modules may know it.</summary>
/// <param name="Id">Its <c>client_id</c>.</param>
/// <param name="Name">Who runs it.</param>
/// <param name="Purpose">What for it may ask.</param>
/// <param name="Scopes">What it may ask.</param>
/// <param name="Locked">True when it may no longer ask.</param>
public sealed record KnownClient(Guid Id, string Name, string Purpose, IReadOnlySet<string> Scopes, bool Locked);

/// <summary>The programs of others, for pages of clerks and for work without a request.</summary>
public sealed class ClientDirectory
{
    private readonly IDbContextFactory<AccountsDb> databases;
    private readonly string ags;

    internal ClientDirectory(IDbContextFactory<AccountsDb> databases, TownOptions town) => (this.databases, ags) = (databases, town.Ags);

    /// <summary>One of them; null when this town has none with this id.</summary>
    public async Task<KnownClient?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Clients.AsNoTracking().SingleOrDefaultAsync(client => client.Id == id && client.Ags == ags, cancellationToken) is { } found ? Known(found) : null;
    }

    /// <summary>All of them, by name.</summary>
    public async Task<IReadOnlyList<KnownClient>> ListAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var all = await database.Clients.AsNoTracking().Where(client => client.Ags == ags).OrderBy(client => client.Name).ToListAsync(cancellationToken);
        return [.. all.Select(Known)];
    }

    private static KnownClient Known(ApiClient client) => new(client.Id, client.Name, client.Purpose, client.Scopes.Split(' ').ToHashSet(StringComparer.Ordinal), client.LockedAt is not null);
}
