using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Modellstadt.Accounts.Storage;
using Modellstadt.Kernel.Towns;

namespace Modellstadt.Accounts;

/// <summary>Who has an account of certain roles: the roll of a board. Locked accounts count for nothing.</summary>
public sealed class StaffDirectory
{
    private readonly IDbContextFactory<AccountsDb> databases;
    private readonly TownOptions town;

    internal StaffDirectory(IDbContextFactory<AccountsDb> databases, IOptions<TownOptions> town) => (this.databases, this.town) = (databases, town.Value);

    /// <summary>The accounts of these roles, by name.</summary>
    public async Task<IReadOnlyList<StaffMember>> OfAsync(IReadOnlyCollection<StaffRole> roles, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var accounts = await database.StaffOf(town).AsNoTracking().Where(account => account.LockedAt == null && roles.Contains(account.Role)).ToListAsync(cancellationToken);
        return [.. accounts.OrderBy(account => account.Name, StringComparer.InvariantCultureIgnoreCase).Select(account => new StaffMember(account.Id, account.Name, account.Role))];
    }
}

/// <summary>Somebody with an account.</summary>
/// <param name="Id">The account.</param>
/// <param name="Name">Shown on screen.</param>
/// <param name="Role">What this person may do.</param>
public sealed record StaffMember(Guid Id, string Name, StaffRole Role);
