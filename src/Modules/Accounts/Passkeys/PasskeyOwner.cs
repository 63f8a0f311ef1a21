using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Modellstadt.Accounts.Storage;
using Modellstadt.Kernel.Towns;

namespace Modellstadt.Accounts.Passkeys;

/// <summary>The account of whoever makes this request, read anew: a session may live on for a moment after its account was locked.</summary>
internal sealed class PasskeyOwner(CurrentStaff staff, IOptions<TownOptions> town)
{
    /// <summary>The account; null when it may not act any more.</summary>
    public Task<StaffAccount?> FindAsync(AccountsDb database, CancellationToken cancellationToken) =>
        database.StaffOf(town.Value).SingleOrDefaultAsync(account => account.Id == staff.Id && account.LockedAt == null, cancellationToken);
}
