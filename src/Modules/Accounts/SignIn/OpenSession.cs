using Microsoft.AspNetCore.Identity;
using Modellstadt.Accounts.Storage;
using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Accounts.SignIn;

/// <summary>Signs in somebody who was recognized.</summary>
internal sealed class OpenSession(SignInManager<StaffAccount> identity, StaffAudit audit)
{
    /// <summary>Stores what <paramref name="database"/> holds together with the audit entry, then sets the cookie.</summary>
    /// <param name="database">Changes that belong to this sign-in.</param>
    /// <param name="account">Who.</param>
    /// <param name="means">How they were recognized: the audit keeps it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<Outcome<StaffAccount>> ExecuteAsync(AccountsDb database, StaffAccount account, string means, CancellationToken cancellationToken)
    {
        if (!await identity.CanSignInAsync(account))
            return new AccountLocked();

        audit.AddByOwner(database, account, "staff-signed-in", means);
        await database.SaveChangesAsync(cancellationToken);
        await identity.SignInAsync(account, isPersistent: false);
        return account;
    }
}
